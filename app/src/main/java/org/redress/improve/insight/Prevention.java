package org.redress.improve.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
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
 * @param cluster of cases because of which it is done, or null
 * @param changes the {@link ChangeTarget} coded, or empty
 * @param judged what was found of its effect when it was closed; null while it is open, and where it was closed before this
 *     was asked
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
        @Nullable UUID cluster,
        String changes,
        @Nullable Judged judged,
        int version) {

    /** The same with other words. */
    Prevention reworded(NewPrevention words) {
        return new Prevention(
                id,
                number,
                words.cause(),
                words.what(),
                words.measure(),
                words.place(),
                words.owner(),
                words.dueOn(),
                state,
                effectiveFrom,
                closingNote,
                openedBy,
                openedAt,
                cluster,
                words.changes(),
                judged,
                version);
    }

    /** The same in another state. */
    Prevention moved(PreventionState to, @Nullable LocalDate from, String note, @Nullable Judged found) {
        return new Prevention(
                id, number, cause, what, measure, place, owner, dueOn, to, from, note, openedBy, openedAt, cluster,
                changes, found, version);
    }

    /** The number as people say it. */
    public String spoken() {
        return "A-%03d".formatted(number);
    }

    /** Whether it should have been done before this day. */
    public boolean lateOn(LocalDate today) {
        return state.open() && dueOn.isBefore(today);
    }
}
