package org.redress.desk.fault;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.redress.ground.commitment.Calendars;
import org.redress.ground.commitment.Clock;
import org.redress.ground.commitment.ClockChange;
import org.redress.ground.commitment.ClockState;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.PauseReason;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.redress.ground.rulebook.Limit;
import org.springframework.stereotype.Component;

/** The clock of a repair, from the report to the restoration (Telecommunications Regulations, art. 32). */
@Component
class RepairClocks {

    static final String NAME = "fault.repair";

    private final Commitments commitments;
    private final java.time.Clock time;

    RepairClocks(Commitments commitments, java.time.Clock time) {
        this.commitments = commitments;
        this.time = time;
    }

    static Subject subject(FaultId fault) {
        return new Subject(FaultRights.KIND, fault.value());
    }

    /** The rule that limits the repair of a line. */
    static String rule(Line line) {
        if (line.service() == Service.MOBILE) {
            return "repair.mobile.longest";
        }
        return line.area() == Area.URBAN ? "repair.fixed.urban" : "repair.fixed.rural";
    }

    /** Starts it; returns when it falls due. */
    Instant start(Actor actor, FaultId fault, Line line, Instant at) {
        return due(commitments.start(
                actor, subject(fault), NAME, rule(line), Calendars.ALWAYS, at.truncatedTo(ChronoUnit.SECONDS)));
    }

    /** Lets it stand still until the time for which the customer asked; it then runs on by itself. Returns when it falls due. */
    Instant waitFor(Actor actor, Fault fault, Window window) {
        Subject subject = subject(fault.id());
        goOn(actor, fault);
        return window.from().isAfter(time.instant().truncatedTo(ChronoUnit.SECONDS))
                ? changed(commitments.pause(actor, subject, NAME, PauseReason.APPOINTMENT, "", window.from()))
                : fault.due().at();
    }

    /** Ends a pause for another time that was agreed before; returns when it falls due. */
    Instant goOn(Actor actor, Fault fault) {
        return commitments.resume(actor, subject(fault.id()), NAME) instanceof ClockChange.Changed(Clock clock)
                ? due(clock)
                : fault.due().at();
    }

    /** Stops it; returns whether it was too late. */
    boolean stop(Actor actor, FaultId fault, Instant at) {
        return clock(commitments.stop(actor, subject(fault), NAME, at)).state(at) == ClockState.DONE_LATE;
    }

    /** Lets it run on as if it had never stopped; returns when it falls or fell due. */
    Instant reopen(Actor actor, FaultId fault) {
        return changed(commitments.reopen(actor, subject(fault), NAME));
    }

    void cancel(Actor actor, Fault fault) {
        if (!fault.state().restored()) {
            clock(commitments.cancel(actor, subject(fault.id()), NAME));
        }
    }

    /** By which limit its clock runs or ran. */
    Limit limit(Actor actor, FaultId fault) {
        return commitments.of(actor, subject(fault)).getFirst().limit();
    }

    private static Instant changed(ClockChange change) {
        return due(clock(change));
    }

    private static Instant due(Clock clock) {
        return Objects.requireNonNullElse(clock.dueAt(), Instant.MAX);
    }

    private static Clock clock(ClockChange change) {
        return switch (change) {
            case ClockChange.Changed changed -> changed.clock();
            case ClockChange.Refused refused ->
                throw new IllegalStateException("the clock of a repair: " + refused.reason());
        };
    }
}
