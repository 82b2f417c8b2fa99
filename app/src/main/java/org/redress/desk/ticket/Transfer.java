package org.redress.desk.ticket;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;

/**
 * Responsibility for a ticket, offered to somebody. It stays where it is until they accept.
 *
 * @param from who answers for the ticket until then
 * @param offeredBy who offers it: the same person, or whoever gives out work
 * @param outcome null while it waits
 * @param said why it was refused or withdrawn; null else
 */
public record Transfer(
        UUID id,
        TicketId ticket,
        StaffId from,
        StaffId to,
        String why,
        StaffId offeredBy,
        Instant offeredAt,
        @Nullable Outcome outcome,
        @Nullable String said,
        @Nullable Instant endedAt) {

    /** How it ended. Text by key {@code ticket.transfer.NAME}. */
    public enum Outcome {
        ACCEPTED,
        REFUSED,
        WITHDRAWN
    }
}
