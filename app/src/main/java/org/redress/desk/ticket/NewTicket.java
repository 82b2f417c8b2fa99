package org.redress.desk.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.ground.party.CustomerDraft;

/**
 * A matter as it is taken at the desk.
 *
 * @param subject may be empty; then the beginning of the text stands for it
 * @param customer null for an anonymous contact
 * @param place where it happened, in the customer's words
 * @param receivedAt when the customer spoke; null for now
 */
public record NewTicket(
        TicketKind kind,
        Channel channel,
        String subject,
        String text,
        @Nullable CustomerDraft customer,
        @Nullable String place,
        @Nullable String postalCode,
        @Nullable Instant receivedAt) {}
