package org.redress.desk.recovery.reaction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.RemedyId;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;

/**
 * A step of the reaction to a failure.
 *
 * @param round how many times the matter had been opened again when it began
 * @param dueAt as its clock said last
 * @param late whether it was met over its limit
 * @param deed null while it is open, and where it was missed
 * @param remedy by which it was met, or null
 * @param words said with it; empty where nothing was
 */
public record StepStanding(
        TicketId ticket,
        int round,
        ReactionStep step,
        UnitId unit,
        Instant startedAt,
        Instant dueAt,
        ReactionState state,
        @Nullable Instant endedAt,
        boolean late,
        @Nullable StaffId by,
        @Nullable ReactionDeed deed,
        @Nullable RemedyId remedy,
        String words) {

    public boolean open() {
        return state == ReactionState.OPEN;
    }

    /** Whether it is, was, or will never be in time. */
    public boolean lateAt(Instant now) {
        return late || state == ReactionState.MISSED || (open() && dueAt.isBefore(now));
    }
}
