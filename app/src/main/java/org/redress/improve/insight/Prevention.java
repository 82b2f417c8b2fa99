package org.redress.improve.insight;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;

/**
 * What is done so that a cause comes back less often.
 *
 * @param number people say {@code A-031}
 * @param cause what should come back less often, with all below it in the tree
 * @param measure the figure that should fall, in words
 * @param place where it is done; empty for the whole bureau
 * @param effectiveFrom the day on which the change took effect, from which on its effect is measured
 * @param closingNote why it was stopped, or what came of it
 */
public record Prevention(
        PreventionId id,
        int number,
        CauseId cause,
        String what,
        String measure,
        String place,
        StaffId owner,
        LocalDate dueOn,
        PreventionState state,
        @Nullable LocalDate effectiveFrom,
        String closingNote,
        StaffId openedBy,
        Instant openedAt,
        int version) {

    /** The number as people say it. */
    public String spoken() {
        return "A-%03d".formatted(number);
    }

    /** Whether it should have been done before this day. */
    public boolean lateOn(LocalDate today) {
        return state.open() && dueOn.isBefore(today);
    }
}
