package org.redress.ground.commitment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.ground.commitment.Clock.Terms;
import org.redress.ground.commitment.ClockChange.Changed;
import org.redress.ground.commitment.ClockChange.Reason;
import org.redress.ground.commitment.ClockChange.Refused;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.rulebook.Rule;
import org.redress.ground.rulebook.Rulebook;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The clocks of the bureau: every deadline in the product comes from here. Who may change what a clock is about may change
 * the clock; permission is asked on the kind of its subject. A clock is told what happened, never what time it shows.
 */
@Component
public class Commitments {

    private static final int LONGEST_NOTE = 500;

    private final ClockRows rows;
    private final SpanRows spans;
    private final EscalationRows escalations;
    private final CalendarShelf calendars;
    private final Rulebook rulebook;
    private final Trail trail;
    private final java.time.Clock time;

    Commitments(
            ClockRows rows,
            SpanRows spans,
            EscalationRows escalations,
            CalendarShelf calendars,
            Rulebook rulebook,
            Trail trail,
            java.time.Clock time) {
        this.rows = rows;
        this.spans = spans;
        this.escalations = escalations;
        this.calendars = calendars;
        this.rulebook = rulebook;
        this.trail = trail;
        this.time = time;
    }

    /** Starts a clock by the rule that is in force on the day it starts; a like one that still runs is left as it is. */
    @Transactional
    public Clock start(Actor actor, Subject subject, String name, String ruleCode, String calendar, Instant at) {
        LocalDate day = calendars.get(actor.bureau(), calendar).date(at);
        Rule rule = rulebook.get(actor.bureau(), ruleCode, day);
        return start(actor, ClockStart.by(rule, subject, name, calendar, at));
    }

    /** Starts a clock; a like one that still runs is left as it is and returned. */
    @Transactional
    public Clock start(Actor actor, ClockStart start) {
        startAll(actor, List.of(start));
        return rows.of(actor.bureau(), List.of(start.subject())).stream()
                .filter(clock -> clock.name().equals(start.name()))
                .toList()
                .getLast();
    }

    /** Starts many clocks in one batch, some of them over already, some standing still. Like ones that still run are left as they are. */
    @Transactional
    public void startAll(Actor actor, List<ClockStart> starts) {
        starts.stream().map(one -> one.subject().kind()).distinct().forEach(kind -> actor.require(Action.WRITE, kind));
        int warn = warnPercent(actor);
        List<Clock> clocks = starts.stream().map(one -> clock(actor, one, warn)).toList();
        rows.insert(actor.bureau(), clocks);
        spans.insert(
                actor.bureau(),
                clocks.stream().filter(clock -> !clock.pauses().isEmpty()).toList());
    }

    private Clock clock(Actor actor, ClockStart start, int warn) {
        Terms terms = new Terms(start.limit(), start.rule(), calendars.get(actor.bureau(), start.calendar()), warn);
        Clock clock = ClockSteps.start(Ids.next(), start.subject(), start.name(), terms, seconds(start.startedAt()));
        ClockChange change = null;
        if (start.endedAt() != null) {
            change = ClockSteps.stop(clock, seconds(start.endedAt()));
        } else if (start.waitsFor() != null) {
            change = ClockSteps.pause(clock, new Pause(start.waitsFor(), "", now(), null, actor.staff()));
        }
        return change instanceof Changed changed ? changed.clock() : clock;
    }

    private int warnPercent(Actor actor) {
        return rulebook.get(actor.bureau(), "clock.warn", LocalDate.ofInstant(time.instant(), actor.zone()))
                .amount()
                .intValueExact();
    }

    /**
     * Lets a clock stand still from now on.
     *
     * @param note in the words of whoever pauses it; may be empty
     * @param until when it runs on by itself, e.g. the time of an appointment; null while nobody knows
     */
    @Transactional
    public ClockChange pause(
            Actor actor, Subject subject, String name, PauseReason reason, String note, @Nullable Instant until) {
        if (note.length() > LONGEST_NOTE) {
            throw Problem.invalid("clock.note", "note", LONGEST_NOTE);
        }
        Instant now = now();
        if (until != null && !until.isAfter(now)) {
            throw Problem.invalid("clock.until", "until");
        }
        Pause pause = new Pause(reason, note, now, until == null ? null : seconds(until), actor.staff());
        return change(actor, subject, name, "clock.pause", clock -> ClockSteps.pause(clock, pause));
    }

    /** Lets a clock that stands still run on. */
    @Transactional
    public ClockChange resume(Actor actor, Subject subject, String name) {
        Instant now = now();
        return change(actor, subject, name, "clock.resume", clock -> ClockSteps.resume(clock, reached(clock, now)));
    }

    /** What was owed has been done, perhaps some time ago; the clock keeps whether it was in time. */
    @Transactional
    public ClockChange stop(Actor actor, Subject subject, String name, Instant at) {
        if (at.isAfter(time.instant())) {
            return new Refused(Reason.TOO_LATE);
        }
        return change(actor, subject, name, "clock.stop", clock -> ClockSteps.stop(clock, reached(clock, seconds(at))));
    }

    /** Where the time of the machine was set back behind what happened to a clock, whatever comes now comes right after that. */
    private Instant reached(Clock clock, Instant at) {
        Instant touched = clock.touched();
        return touched.isAfter(now()) ? touched : at;
    }

    /** What was owed is owed no longer. */
    @Transactional
    public ClockChange cancel(Actor actor, Subject subject, String name) {
        Instant now = now();
        return change(actor, subject, name, "clock.cancel", clock -> ClockSteps.cancel(clock, reached(clock, now)));
    }

    /** What was owed was not done after all: the clock that was stopped last runs on as if it had never been stopped. */
    @Transactional
    public ClockChange reopen(Actor actor, Subject subject, String name) {
        actor.require(Action.WRITE, subject.kind());
        if (rows.open(actor.bureau(), subject, name).isPresent()) {
            return new Refused(Reason.RUNNING);
        }
        Clock last = rows.of(actor.bureau(), List.of(subject)).stream()
                .filter(clock -> clock.name().equals(name))
                .reduce((first, second) -> second)
                .flatMap(clock -> rows.held(actor.bureau(), clock.id()))
                .orElse(null);
        ClockChange change = last == null ? new Refused(Reason.ABSENT) : ClockSteps.reopen(last, now());
        if (last != null && change instanceof Changed changed) {
            write(actor, last, changed.clock());
            trail.record(actor, "clock.reopen", subject.kind(), subject.id(), "{\"clock\":\"" + name + "\"}");
        }
        return change;
    }

    private ClockChange change(
            Actor actor, Subject subject, String name, String deed, Function<Clock, ClockChange> step) {
        actor.require(Action.WRITE, subject.kind());
        Clock clock = rows.open(actor.bureau(), subject, name).orElse(null);
        if (clock == null) {
            return new Refused(Reason.ABSENT);
        }
        ClockChange change = step.apply(clock);
        if (change instanceof Changed changed) {
            write(actor, clock, changed.clock());
            trail.record(actor, deed, subject.kind(), subject.id(), "{\"clock\":\"" + clock.name() + "\"}");
        }
        return change;
    }

    private void write(Actor actor, Clock before, Clock after) {
        if (rows.update(actor.bureau(), List.of(after)) != 1) {
            throw new IllegalStateException("clock " + before.id() + " changed while it was held");
        }
        if (after.ending() != Clock.Ending.OPEN) {
            escalations.end(actor.bureau(), after.id(), now());
        } else if (before.ending() != Clock.Ending.OPEN) {
            escalations.reopen(actor.bureau(), after.id());
        }
        if (!after.pauses().equals(before.pauses())) {
            spans.put(actor.bureau(), after);
        }
    }

    /** Every clock of a subject, the one that started first first. */
    public List<Clock> of(Actor actor, Subject subject) {
        return of(actor, List.of(subject)).getOrDefault(subject, List.of());
    }

    /** The clocks of many subjects, in a fixed number of queries. */
    public Map<Subject, List<Clock>> of(Actor actor, Collection<Subject> subjects) {
        subjects.stream().map(Subject::kind).distinct().forEach(kind -> actor.require(Action.READ, kind));
        if (subjects.isEmpty()) {
            return Map.of();
        }
        return rows.of(actor.bureau(), subjects).stream().collect(Collectors.groupingBy(Clock::subject));
    }

    /**
     * When the open clocks of subjects of a kind fall due, by subject and name; {@link Instant#MAX} while one stands still
     * without a known end. A subject without any is not in the answer.
     */
    public Map<UUID, Map<String, Instant>> due(Actor actor, String kind, Collection<UUID> subjects) {
        Map<UUID, Map<String, Instant>> due = new HashMap<>();
        of(actor, subjects.stream().map(id -> new Subject(kind, id)).toList())
                .forEach((subject, clocks) -> clocks.stream()
                        .filter(clock -> subject.kind().equals(kind) && clock.endedAt() == null)
                        .forEach(clock -> due.computeIfAbsent(subject.id(), id -> new HashMap<>())
                                .put(clock.name(), Objects.requireNonNullElse(clock.dueAt(), Instant.MAX))));
        return due;
    }

    /**
     * Clocks of a kind of subject that run and fall due before a moment, those that are late among them, by when they fall
     * due; at most {@code limit} of them after the last one seen.
     */
    public List<Clock> dueBefore(Actor actor, String kind, Instant before, DueAfter after, int limit) {
        actor.require(Action.READ, kind);
        return rows.due(actor.bureau(), kind, before, after, limit, time.instant());
    }

    private Instant now() {
        return seconds(time.instant());
    }

    private static Instant seconds(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS);
    }
}
