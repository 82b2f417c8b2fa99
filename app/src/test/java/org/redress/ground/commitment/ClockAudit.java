package org.redress.ground.commitment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.commitment.Reckoning.Span;
import org.redress.ground.identity.BureauId;
import org.redress.ground.rulebook.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds what the watch has done against a count minute by minute. The watch looks every {@code step}, on which everything
 * else that is done falls as well.
 */
public final class ClockAudit {

    private record Fired(
            Rung rung,
            Instant at,
            @Nullable UUID staff,
            int passed,
            @Nullable Instant answeredAt) {}

    private final JdbcClient jdbc;
    private final Duration step;
    private final Instant end;
    private @Nullable SlowReference office;
    public final List<String> faults = new ArrayList<>();
    public int clocks;
    public int warnings;
    public int breaches;
    public int climbs;

    public ClockAudit(JdbcClient jdbc, Duration step, Instant end) {
        this.jdbc = jdbc;
        this.step = step;
        this.end = end;
    }

    /**
     * The clocks of one kind of subject, those on the working calendar first.
     *
     * @param reopened when each clock that had been stopped was last let run on, by its subject
     * @param patience how long each rung waits, by its name, and {@code answered}
     */
    public void check(BureauId bureau, List<Clock> some, Map<UUID, Instant> reopened, Map<String, Limit> patience) {
        some.stream()
                .filter(clock -> clock.calendarCode().equals(Calendars.WORKING))
                .findFirst()
                .ifPresent(clock -> office = new SlowReference(clock.terms().calendar()));
        for (Clock clock : some) {
            clocks++;
            List<Fired> fired = fired(bureau, clock);
            for (Rung rung : Rung.values()) {
                if (fired.stream().filter(one -> one.rung() == rung).count() > 1) {
                    fault(clock, "fired twice at " + rung);
                }
            }
            Instant again = reopened.get(clock.subject().id());
            warned(clock, fired, again);
            late(clock, fired, again);
            ladder(clock, fired, patience, again);
        }
    }

    private List<Fired> fired(BureauId bureau, Clock clock) {
        return jdbc.sql("""
                        select rung, at, staff, coalesce(cardinality(passed), 0) as passed, answered_at from commitment.escalation where bureau = ? and clock = ? order by at
                        """)
                .params(bureau.value(), clock.id())
                .query((row, n) -> new Fired(
                        Rung.valueOf(row.getString("rung")),
                        row.getTimestamp("at").toInstant(),
                        row.getObject("staff", UUID.class),
                        row.getInt("passed"),
                        row.getTimestamp("answered_at") == null
                                ? null
                                : row.getTimestamp("answered_at").toInstant()))
                .list();
    }

    /** Once the share of the limit has run after which it warns; never where it was late before anybody could be warned. */
    private void warned(Clock clock, List<Fired> fired, @Nullable Instant again) {
        double share = needed(clock.limit()) * (100 - clock.terms().warnPercent()) / 100;
        Instant until = clock.endedAt() == null ? end : clock.endedAt();
        Fired warned = first(fired, Rung.WARNED);
        Fired late = first(fired, Rung.PERSON);
        if (warned == null) {
            if (again == null && ran(clock, until.minus(step)) > share + 0.001) {
                fault(clock, "never warned");
            }
            return;
        }
        warnings++;
        if (late != null && !warned.at().isBefore(late.at())) {
            fault(clock, "warned when it was late already");
        }
        if (ran(clock, warned.at()) < share - 0.001) {
            fault(clock, "warned early");
        }
        boolean ranOn = again != null && !warned.at().isAfter(again.plus(step));
        if (ran(clock, warned.at().minus(step)) > share + 0.001 && !ranOn) {
            fault(clock, "warned late");
        }
    }

    private static @Nullable Fired first(List<Fired> fired, Rung rung) {
        return fired.stream().filter(one -> one.rung() == rung).findFirst().orElse(null);
    }

    private void late(Clock clock, List<Fired> fired, @Nullable Instant again) {
        Instant until = clock.endedAt() == null ? end : clock.endedAt();
        Fired late = first(fired, Rung.PERSON);
        if (late == null) {
            if (over(clock, until.minus(step))) {
                fault(clock, "never fired");
            }
            return;
        }
        breaches++;
        if (clock.lateSince() == null) {
            fault(clock, "fired and is not on record as late");
        }
        if (!reached(clock, late.at())) {
            fault(clock, "fired early");
        }
        boolean ranOn = again != null && !late.at().isAfter(again.plus(step));
        if (over(clock, late.at().minus(step)) && !ranOn) {
            fault(clock, "fired late");
        }
    }

    private void ladder(Clock clock, List<Fired> fired, Map<String, Limit> patience, @Nullable Instant again) {
        List<Fired> above = fired.stream()
                .filter(one -> one.rung().compareTo(Rung.PERSON) >= 0)
                .toList();
        for (int n = 1; n < above.size(); n++) {
            climbs++;
            Fired before = above.get(n - 1);
            Fired next = above.get(n);
            if (next.rung().ordinal() != before.rung().ordinal() + 1 + next.passed()) {
                fault(clock, next.rung() + " came after " + before.rung());
            }
            if (above.subList(0, n).stream()
                    .anyMatch(one -> one.staff() != null && one.staff().equals(next.staff()))) {
                fault(clock, "somebody was told twice, at " + next.rung());
            }
            Instant said = before.answeredAt();
            Instant answered = said != null && said.isBefore(next.at()) ? said : null;
            Instant from = answered == null ? before.at() : answered;
            Limit limit = Objects.requireNonNull(
                    patience.get(answered == null ? before.rung().name() : "answered"));
            List<Span> spans = List.of(new Span(from, null));
            if (used(limit, running(clock, from), next.at()) < needed(limit) - 0.001) {
                fault(clock, next.rung() + " came before " + limit + " were over");
            }
            boolean stood =
                    clock.pauses().stream().anyMatch(pause -> pause.from().isAfter(before.at()));
            if (!stood && again == null && used(limit, spans, next.at().minus(step)) > needed(limit) + 0.001) {
                fault(clock, next.rung() + " came late");
            }
        }
    }

    private static List<Span> running(Clock clock, Instant from) {
        return Reckoning.spans(clock.startedAt(), clock.pauses(), null).stream()
                .filter(span -> span.until() == null || span.until().isAfter(from))
                .map(span -> new Span(span.from().isBefore(from) ? from : span.from(), span.until()))
                .toList();
    }

    private boolean reached(Clock clock, Instant at) {
        return ran(clock, at) >= needed(clock.limit()) - 0.001;
    }

    private boolean over(Clock clock, Instant at) {
        return ran(clock, at) > needed(clock.limit()) + 0.001;
    }

    private double ran(Clock clock, Instant by) {
        return used(clock.limit(), spans(clock), by);
    }

    private static List<Span> spans(Clock clock) {
        return Reckoning.spans(clock.startedAt(), clock.pauses(), clock.endedAt());
    }

    private static double needed(Limit limit) {
        return switch (limit.unit()) {
            case ELAPSED_HOURS, WORKING_HOURS -> limit.amount() * 60.0;
            case ELAPSED_DAYS -> limit.amount() * 24 * 60.0;
            case WORKING_DAYS -> limit.amount();
            default -> throw new IllegalArgumentException(limit.unit().name());
        };
    }

    /** Minutes, or days where the limit is one of working days. */
    private double used(Limit limit, List<Span> spans, Instant by) {
        if (spans.isEmpty()) {
            return 0;
        }
        SlowReference reference = Objects.requireNonNull(office);
        return switch (limit.unit()) {
            case WORKING_HOURS -> reference.workingMinutes(spans, by);
            case WORKING_DAYS -> reference.workingDays(spans, by);
            default -> reference.elapsedMinutes(spans, by);
        };
    }

    private void fault(Clock clock, String what) {
        faults.add(what + ": " + clock);
    }
}
