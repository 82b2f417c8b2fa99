package org.redress.ground.commitment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.commitment.Reckoning.Span;
import org.redress.ground.rulebook.Limit;
import org.redress.ground.rulebook.Rule;
import org.redress.platform.text.Words;
import org.redress.platform.web.ClockChip;

/**
 * A promise being kept or broken: what is owed to a subject, since when, within which limit on which calendar. Its pauses
 * are the spans in which it stood still; all between them it ran. Everything it says follows from these by
 * {@link Reckoning}. Immutable; counts whole seconds.
 *
 * @param name what is owed, e.g. {@code complaint.reply}; text by key {@code clock.name.NAME}
 * @param pauses in order
 * @param changes of the limit, in order
 * @param dueAt the last moment in time; once that has passed it stays; null while it stands still without a known end
 * @param warnAt when it warns, reckoned on the same calendar; null like {@code dueAt}
 * @param lateSince when it became late; stays, whatever happens later
 * @param climb how far it has been taken up the ladder
 */
public record Clock(
        UUID id,
        Subject subject,
        String name,
        Terms terms,
        Instant startedAt,
        List<Pause> pauses,
        List<LimitChange> changes,
        @Nullable Instant dueAt,
        @Nullable Instant warnAt,
        @Nullable Instant lateSince,
        Ending ending,
        @Nullable Instant endedAt,
        Climb climb,
        int version) {

    /**
     * What a clock runs by.
     *
     * @param rule the version of the rule that sets the limit, or null where a person set it
     * @param warnPercent share of the limit that is left when the clock warns
     */
    record Terms(Limit limit, @Nullable Rule rule, WorkCalendar calendar, int warnPercent) {

        Line line() {
            return Line.of(limit, calendar);
        }

        @Nullable
        Instant due(List<Span> spans) {
            return Reckoning.due(line(), Line.ticks(limit), spans);
        }

        @Nullable
        Instant warn(List<Span> spans) {
            return Reckoning.due(line(), Line.ticks(limit) * (100 - warnPercent) / 100, spans);
        }
    }

    /** Whether it has ended, and how. */
    enum Ending {
        OPEN,
        MET,
        LATE,
        CANCELLED
    }

    public Clock {
        pauses = List.copyOf(pauses);
        changes = List.copyOf(changes);
    }

    public Limit limit() {
        return terms.limit();
    }

    public @Nullable Rule rule() {
        return terms.rule();
    }

    public String calendarCode() {
        return terms.calendar().code();
    }

    public String calendarName(Words words) {
        return terms.calendar().name(words);
    }

    /** Where the clock's days begin and end. */
    public ZoneId zone() {
        return terms.calendar().zone();
    }

    public ClockState state(Instant now) {
        return switch (ending) {
            case MET -> ClockState.DONE;
            case LATE -> ClockState.DONE_LATE;
            case CANCELLED -> ClockState.CANCELLED;
            case OPEN -> {
                if (pausedAt(now) != null) {
                    yield ClockState.PAUSED;
                }
                if (lateSince(now) != null) {
                    yield ClockState.LATE;
                }
                yield dueAt != null && !date(dueAt).isAfter(date(now)) ? ClockState.DUE : ClockState.OK;
            }
        };
    }

    private LocalDate date(Instant moment) {
        return terms.calendar().date(moment);
    }

    /** What a chip says of it: state, label, time in words, and how that was reckoned. */
    public ClockChip chip(Instant now, Words words) {
        return new ClockFace(this, now, words).chip();
    }

    /** The pause that the clock is in, or null while it runs. */
    public @Nullable Pause pausedAt(Instant now) {
        return pauses.stream().filter(pause -> pause.covers(now)).findFirst().orElse(null);
    }

    /** When the clock became late, as far as is known at a moment; null while it is in time. */
    public @Nullable Instant lateSince(Instant now) {
        Instant limit = lateSince != null ? lateSince : dueAt;
        return limit != null && at(now).isAfter(limit) ? limit : null;
    }

    /** Time that the clock has run. */
    public Stretch used(Instant now) {
        return stretch(startedAt, at(now));
    }

    /** Time that it may still run; nothing once it is late or has ended. */
    public Stretch left(Instant now) {
        if (ending != Ending.OPEN || lateSince(now) != null) {
            return stretch(now, now);
        }
        if (dueAt != null) {
            return stretch(now, dueAt);
        }
        List<Span> resumed = new ArrayList<>(Reckoning.spans(startedAt, pauses, now));
        resumed.add(new Span(now, null));
        Instant due = terms.due(resumed);
        return due == null ? stretch(now, now) : stretch(resumed, now, due);
    }

    /** Time that it has run since it became late. */
    public Stretch over(Instant now) {
        Instant late = lateSince(now);
        return late == null ? stretch(now, now) : stretch(late, at(now));
    }

    private Instant at(Instant now) {
        return endedAt != null && endedAt.isBefore(now) ? endedAt : now;
    }

    private Stretch stretch(Instant from, Instant until) {
        return stretch(spans(), from, until);
    }

    private Stretch stretch(List<Span> spans, Instant from, Instant until) {
        WorkCalendar calendar = terms.calendar();
        if (!limit().unit().isWorking()) {
            return new Stretch(Duration.ofSeconds(Reckoning.owed(new Line.Elapsed(), spans, from, until)), null);
        }
        long seconds = Reckoning.owed(new Line.WorkingTime(calendar), spans, from, until);
        long days = Reckoning.owed(new Line.WorkingDays(calendar), spans, from, until) / Line.WorkingDays.DAY;
        return new Stretch(Duration.ofSeconds(seconds), (int) days);
    }

    private List<Span> spans() {
        return Reckoning.spans(startedAt, pauses, endedAt);
    }

    /**
     * When something next happens to it by itself: it warns, it is late, or nobody above has answered in time. Null while it
     * stands still, has ended, or is at the top.
     *
     * @param patience how long a step of the ladder waits before the next one
     */
    @Nullable
    Instant nextAt(Patience patience) {
        if (ending != Ending.OPEN) {
            return null;
        }
        return switch (climb.rung()) {
            case NONE -> warnAt;
            case WARNED -> dueAt == null ? null : dueAt.plusSeconds(1);
            case PERSON, HEAD, DIRECTOR -> patience.overAt(climb, spansSince(climb.since()));
            case GENERAL_MANAGER -> null;
        };
    }

    private List<Span> spansSince(@Nullable Instant since) {
        Instant from = since == null ? startedAt : since;
        List<Span> later = new ArrayList<>();
        for (Span span : spans()) {
            if (span.until() == null || span.until().isAfter(from)) {
                later.add(new Span(span.from().isBefore(from) ? from : span.from(), span.until()));
            }
        }
        return later;
    }

    /** Nothing can be done to it before this moment. */
    Instant touched() {
        return pauses.isEmpty() ? startedAt : pauses.getLast().from();
    }
}
