package org.redress.desk.procedure;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;

/**
 * A department's part in a ticket: what it was sent, by whom, and what became of it. Immutable; every step gives the segment
 * after it.
 *
 * @param place in the procedure, or null where it was sent outside of one
 * @param decided whether a decider named the department, which then cannot give it back
 * @param accepted who took it up there, or null
 * @param dueAt when its time is over; {@link Instant#MAX} while its clock stands still, and once it has ended
 */
public record Segment(
        SegmentId id,
        TicketId ticket,
        @Nullable Integer place,
        Task task,
        boolean decided,
        SegmentState state,
        Sent sent,
        @Nullable Accepted accepted,
        Outcome outcome,
        Instant dueAt,
        int version) {

    /** Where it came from. */
    public record Sent(UnitId from, StaffId by, Instant at) {}

    /** Who took it up. */
    public record Accepted(StaffId by, Instant at) {}

    /**
     * What became of it.
     *
     * @param endedAt null while it is open
     * @param report what was done
     * @param evidence what was left behind
     * @param reason why it came back or was cancelled
     * @param inTime whether it was done in time; null while it is not done
     * @param assessed whether the next one has said how it was done
     */
    public record Outcome(
            @Nullable Instant endedAt,
            @Nullable String report,
            @Nullable String evidence,
            @Nullable String reason,
            @Nullable Boolean inTime,
            boolean assessed) {

        static final Outcome NONE = new Outcome(null, null, null, null, null, false);
    }

    public UnitId unit() {
        return task.unit();
    }

    public boolean lateAt(Instant now) {
        return state.open() && dueAt.isBefore(now);
    }

    /** Whether somebody still has to say how it was done. */
    public boolean awaitsAssessment() {
        return state == SegmentState.DONE && !outcome.assessed();
    }

    boolean legal(SegmentStep step) {
        return step.from().contains(state);
    }

    /** What can be done with it; what was found good is not refused any more. */
    Set<SegmentStep> legalSteps() {
        Set<SegmentStep> steps = state.legalSteps();
        if (outcome.assessed()) {
            steps.remove(SegmentStep.REOPEN);
        }
        return steps;
    }

    Segment accept(StaffId by, Instant at) {
        return after(SegmentStep.ACCEPT, new Accepted(by, at), Outcome.NONE, dueAt);
    }

    Segment finish(Instant at, String report, String evidence, boolean inTime) {
        return after(SegmentStep.FINISH, accepted, new Outcome(at, report, evidence, null, inTime, false), Instant.MAX);
    }

    Segment giveBack(Instant at, String why) {
        return after(SegmentStep.GIVE_BACK, accepted, new Outcome(at, null, null, why, null, false), Instant.MAX);
    }

    Segment cancel(Instant at, String why) {
        return after(SegmentStep.CANCEL, accepted, new Outcome(at, null, null, why, null, false), Instant.MAX);
    }

    /** Open again, with what was said of it; what was reported and left behind still stands there to be put right. */
    Segment reopen(Instant due, String why) {
        return after(
                SegmentStep.REOPEN,
                accepted,
                new Outcome(null, outcome.report(), outcome.evidence(), why, null, false),
                due);
    }

    Segment assessedNow() {
        Outcome said = new Outcome(
                outcome.endedAt(), outcome.report(), outcome.evidence(), outcome.reason(), outcome.inTime(), true);
        return new Segment(id, ticket, place, task, decided, state, sent, accepted, said, dueAt, version);
    }

    Segment decidedNow() {
        return new Segment(id, ticket, place, task, true, state, sent, accepted, outcome, dueAt, version);
    }

    Segment due(Instant due) {
        return new Segment(id, ticket, place, task, decided, state, sent, accepted, outcome, due, version);
    }

    private Segment after(SegmentStep step, @Nullable Accepted by, Outcome then, Instant due) {
        if (!legal(step)) {
            throw new IllegalStateException(step + " from " + state);
        }
        return new Segment(id, ticket, place, task, decided, step.to(), sent, by, then, due, version);
    }
}
