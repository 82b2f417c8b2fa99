package org.redress.desk.procedure;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.redress.desk.ticket.TicketState;
import org.redress.ground.commitment.Clock;
import org.redress.ground.commitment.ClockChange;
import org.redress.ground.commitment.ClockStart;
import org.redress.ground.commitment.ClockState;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.Pause;
import org.redress.ground.commitment.PauseReason;
import org.redress.ground.commitment.StaffCalendars;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.redress.ground.rulebook.Limit;
import org.springframework.stereotype.Component;

/** The clock of a segment: runs from the moment at which the department has it until it is done. */
@Component
class SegmentClocks {

    static final String KIND = "segment";
    static final String NAME = "segment.limit";

    private final Commitments commitments;
    private final StaffCalendars calendars;

    SegmentClocks(Commitments commitments, StaffCalendars calendars) {
        this.commitments = commitments;
        this.calendars = calendars;
    }

    /** Starts it, by the hours of the person to whom it goes, or else of the department; returns when it falls due. */
    Instant start(Actor actor, SegmentId segment, Task task, Instant at) {
        Limit limit = task.limit();
        String calendar = calendars.of(actor.bureau(), task.unit(), task.person(), limit);
        return due(commitments.start(
                actor, ClockStart.within(limit, subject(segment), NAME, calendar, at.truncatedTo(ChronoUnit.SECONDS))));
    }

    /** Stops it; returns whether it was in time. */
    boolean stop(Actor actor, SegmentId segment, Instant at) {
        return changed(commitments.stop(actor, subject(segment), NAME, at)).state(at) == ClockState.DONE;
    }

    void cancel(Actor actor, SegmentId segment) {
        changed(commitments.cancel(actor, subject(segment), NAME));
    }

    /** Lets it run on as if it had never stopped; returns when it falls or fell due. */
    Instant reopen(Actor actor, SegmentId segment) {
        return due(changed(commitments.reopen(actor, subject(segment), NAME)));
    }

    /** Lets it stand still as the ticket does; one that stands still already stays so. Returns when it falls due. */
    Instant pause(Actor actor, Segment segment, TicketState state, Instant now) {
        PauseReason reason = commitments
                .of(actor, Subject.ticket(segment.ticket().value()))
                .stream()
                .map(clock -> clock.pausedAt(now))
                .filter(Objects::nonNull)
                .map(Pause::reason)
                .findFirst()
                .orElse(state == TicketState.PENDING ? PauseReason.WAITING_FOR_CUSTOMER : PauseReason.FORCE_MAJEURE);
        return commitments.pause(actor, subject(segment.id()), NAME, reason, "", null)
                        instanceof ClockChange.Changed changed
                ? due(changed.clock())
                : segment.dueAt();
    }

    Instant resume(Actor actor, Segment segment) {
        return commitments.resume(actor, subject(segment.id()), NAME) instanceof ClockChange.Changed changed
                ? due(changed.clock())
                : segment.dueAt();
    }

    static Subject subject(SegmentId segment) {
        return Subject.segment(segment.value());
    }

    private static Instant due(Clock clock) {
        return clock.dueAt() == null ? Instant.MAX : clock.dueAt();
    }

    private static Clock changed(ClockChange change) {
        return switch (change) {
            case ClockChange.Changed changed -> changed.clock();
            case ClockChange.Refused refused ->
                throw new IllegalStateException("the clock of a segment: " + refused.reason());
        };
    }
}
