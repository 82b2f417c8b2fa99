package org.redress.desk.procedure;

import java.time.Instant;
import java.util.UUID;
import org.redress.desk.ticket.TicketId;

/**
 * A matter that was thrown between departments and stands still until a decider has named one.
 *
 * @param count how often, or between how many
 */
public record Ruling(UUID id, TicketId ticket, Cause cause, int count, Instant stoppedAt) {

    /** What stopped it. Text by key {@code segment.ruling.NAME}. */
    public enum Cause {
        /** Returned too often between the same two. */
        RETURNS,
        /** Thrown between too many. */
        DEPARTMENTS
    }
}
