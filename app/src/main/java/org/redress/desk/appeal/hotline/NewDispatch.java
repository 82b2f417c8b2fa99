package org.redress.desk.appeal.hotline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.Mood;
import org.redress.desk.contact.NewContact;
import org.redress.desk.ticket.TicketKind;

/**
 * A dispatch as it is taken.
 *
 * @param number as the city writes it
 * @param words what the customer told the city
 * @param mood as far as the dispatch shows it
 * @param receivedAt when the city sent it; null for now
 */
public record NewDispatch(
        String number,
        Urgency urgency,
        NewContact.From from,
        String words,
        Mood mood,
        TicketKind kind,
        @Nullable Instant receivedAt) {}
