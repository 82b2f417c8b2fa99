package org.redress.ground.commitment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.commitment.Clock.Ending;
import org.redress.ground.commitment.Clock.Terms;
import org.redress.ground.commitment.ClockChange.Changed;
import org.redress.ground.commitment.ClockChange.Reason;
import org.redress.ground.commitment.ClockChange.Refused;
import org.redress.ground.commitment.Reckoning.Span;

/** What can be done to a clock. Every step lays the limit over all spans anew, and a lateness that was stays. */
final class ClockSteps {

    private ClockSteps() {}

    static Clock start(UUID id, Subject subject, String name, Terms terms, Instant at) {
        List<Span> spans = Reckoning.spans(at, List.of(), null);
        return new Clock(
                id,
                subject,
                name,
                terms,
                at,
                List.of(),
                List.of(),
                terms.due(spans),
                terms.warn(spans),
                null,
                Ending.OPEN,
                null,
                Climb.NONE,
                1);
    }

    static ClockChange pause(Clock clock, Pause pause) {
        if (clock.ending() != Ending.OPEN) {
            return new Refused(Reason.ABSENT);
        }
        if (clock.pausedAt(pause.from()) != null) {
            return new Refused(Reason.PAUSED);
        }
        if (pause.from().isBefore(clock.touched())) {
            return new Refused(Reason.TOO_EARLY);
        }
        List<Pause> pauses = new ArrayList<>(clock.pauses());
        pauses.add(pause);
        return new Changed(laid(clock, clock.terms(), pauses, clock.changes(), pause.from()));
    }

    static ClockChange resume(Clock clock, Instant at) {
        if (clock.ending() != Ending.OPEN) {
            return new Refused(Reason.ABSENT);
        }
        if (at.isBefore(clock.touched())) {
            return new Refused(Reason.TOO_EARLY);
        }
        if (clock.pausedAt(at) == null) {
            return new Refused(Reason.RUNNING);
        }
        return new Changed(laid(clock, clock.terms(), cut(clock, at), clock.changes(), null));
    }

    static ClockChange relimit(Clock clock, Terms terms, LimitChange change) {
        if (clock.ending() != Ending.OPEN) {
            return new Refused(Reason.ABSENT);
        }
        List<LimitChange> changes = new ArrayList<>(clock.changes());
        changes.add(change);
        return new Changed(laid(clock, terms, clock.pauses(), changes, change.at()));
    }

    /** The same clock after the dates of its calendar have changed. */
    static Clock recount(Clock clock, Instant at) {
        return laid(clock, clock.terms(), clock.pauses(), clock.changes(), at);
    }

    static ClockChange stop(Clock clock, Instant at) {
        return end(clock, at, false);
    }

    static ClockChange cancel(Clock clock, Instant at) {
        return end(clock, at, true);
    }

    private static ClockChange end(Clock clock, Instant at, boolean cancelled) {
        if (clock.ending() != Ending.OPEN) {
            return new Refused(Reason.ABSENT);
        }
        if (at.isBefore(clock.touched())) {
            return new Refused(Reason.TOO_EARLY);
        }
        Instant late = clock.lateSince(at);
        Ending ending = cancelled ? Ending.CANCELLED : late == null ? Ending.MET : Ending.LATE;
        return new Changed(new Clock(
                clock.id(),
                clock.subject(),
                clock.name(),
                clock.terms(),
                clock.startedAt(),
                cut(clock, at),
                clock.changes(),
                clock.dueAt(),
                null,
                late,
                ending,
                at,
                clock.climb(),
                clock.version()));
    }

    /**
     * What was owed was not done after all: the clock runs on as if it had never been stopped. A pause in which it was stopped
     * ended then.
     */
    static ClockChange reopen(Clock clock, Instant at) {
        if (clock.ending() != Ending.MET && clock.ending() != Ending.LATE) {
            return new Refused(clock.ending() == Ending.OPEN ? Reason.RUNNING : Reason.ABSENT);
        }
        Instant ended = clock.endedAt();
        if (ended != null && at.isBefore(ended)) {
            return new Refused(Reason.TOO_EARLY);
        }
        return new Changed(laid(clock, clock.terms(), clock.pauses(), clock.changes(), null));
    }

    private static List<Pause> cut(Clock clock, Instant at) {
        return clock.pauses().stream()
                .map(pause -> pause.covers(at) ? pause.upTo(at) : pause)
                .toList();
    }

    /** @param lateBy a lateness that showed by this moment, under what held before, is kept; null to keep none */
    private static Clock laid(
            Clock clock, Terms terms, List<Pause> pauses, List<LimitChange> changes, @Nullable Instant lateBy) {
        Instant late = lateBy != null && clock.lateSince() == null ? clock.lateSince(lateBy) : clock.lateSince();
        List<Span> spans = Reckoning.spans(clock.startedAt(), pauses, null);
        return new Clock(
                clock.id(),
                clock.subject(),
                clock.name(),
                terms,
                clock.startedAt(),
                pauses,
                changes,
                late != null ? late : terms.due(spans),
                terms.warn(spans),
                late,
                Ending.OPEN,
                null,
                clock.climb(),
                clock.version());
    }

    /** The next thing that happens to a clock by itself; a warning that comes after the limit is left out. */
    static Clock fire(Clock clock, Instant now) {
        Instant late = clock.lateSince(now);
        Rung rung = clock.climb().rung() == Rung.NONE && late == null
                ? Rung.WARNED
                : clock.climb().rung().above(late);
        return climbed(clock, late, new Climb(rung, now, false));
    }

    /** The same clock further up: nobody holds the posts between. */
    static Clock raised(Clock fired, Rung rung) {
        Climb climb = fired.climb();
        return rung == climb.rung()
                ? fired
                : climbed(fired, fired.lateSince(), new Climb(rung, climb.since(), climb.answered()));
    }

    /** The same clock after somebody has answered its last escalation: the next one waits anew. */
    static Clock answer(Clock clock, Instant now) {
        return climbed(clock, clock.lateSince(), new Climb(clock.climb().rung(), now, true));
    }

    private static Clock climbed(Clock clock, @Nullable Instant late, Climb climb) {
        return new Clock(
                clock.id(),
                clock.subject(),
                clock.name(),
                clock.terms(),
                clock.startedAt(),
                clock.pauses(),
                clock.changes(),
                clock.dueAt(),
                clock.warnAt(),
                late,
                clock.ending(),
                clock.endedAt(),
                climb,
                clock.version());
    }
}
