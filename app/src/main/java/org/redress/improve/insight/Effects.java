package org.redress.improve.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.Customers;
import org.redress.ground.rulebook.Rulebook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Measures preventive actions: all of them in one query, each over its own periods. */
@Component
class Effects {

    /** How far the measuring reaches on each side of a change. */
    private static final int LONGEST_WEEKS = 8;

    private static final String COUNT = """
            with recursive below (top, id) as (
              select distinct cause, cause from unnest(:causes) cause
              union
              select b.top, c.id from below b join insight.cause c on c.bureau = :bureau and c.parent = b.id
            )
            select w.id, own.*, others.*
              from unnest(:ids, :causes, :places, :starts::timestamptz[], :changes::timestamptz[],
                          :ends::timestamptz[])
                     w (id, cause, place, start_at, change_at, end_at)
             cross join lateral (
               select count(*) filter (where f.received_at < w.change_at) as cases_before,
                      count(*) filter (where f.received_at >= w.change_at) as cases_after
                 from insight.fact f
                where f.bureau = :bureau and f.cause in (select b.id from below b where b.top = w.cause)
                  and f.received_at >= w.start_at and f.received_at < w.end_at
                  and (w.place = '' or f.place = w.place) and f.state not in ('rejected', 'cancelled')) own
             cross join lateral (
               select count(*) filter (where f.cause is not null and f.received_at < w.change_at) as named_before,
                      count(*) filter (where f.cause is not null and f.received_at >= w.change_at) as named_after,
                      count(*) filter (where f.cause is null and f.received_at < w.change_at) as unnamed_before,
                      count(*) filter (where f.cause is null and f.received_at >= w.change_at) as unnamed_after
                 from insight.fact f
                where f.bureau = :bureau and f.received_at >= w.start_at and f.received_at < w.end_at
                  and (w.place = '' or f.place = w.place) and f.state not in ('rejected', 'cancelled')
                  and (f.cause is not null or f.kind in ('COMPLAINT', 'FAULT', 'BILL_DISPUTE'))) others
            """;

    private final JdbcClient jdbc;
    private final CustomerBases bases;
    private final Customers customers;
    private final Rulebook rulebook;
    private final Clock clock;

    Effects(JdbcClient jdbc, CustomerBases bases, Customers customers, Rulebook rulebook, Clock clock) {
        this.jdbc = jdbc;
        this.bases = bases;
        this.customers = customers;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** A period on each side of a change. */
    private record Window(Prevention prevention, LocalDate from, LocalDate change, LocalDate until) {}

    /** What was counted in a window. */
    private record Counts(
            long casesBefore,
            long casesAfter,
            long namedBefore,
            long namedAfter,
            long unnamedBefore,
            long unnamedAfter) {}

    /** The effect of each action that has a day on which it took effect. */
    Map<PreventionId, Effect> of(Actor actor, Collection<Prevention> preventions) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
        List<Window> windows = preventions.stream()
                .flatMap(one -> Stream.ofNullable(one.effectiveFrom()).map(change -> window(one, change, today)))
                .toList();
        if (windows.isEmpty()) {
            return Map.of();
        }
        Judgement judgement = new Judgement(
                rulebook.get(actor.bureau(), "effect.minimum.weeks", today)
                        .amount()
                        .intValueExact(),
                rulebook.count(actor.bureau(), "effect.minimum.cases", today));
        Exposure exposure = exposure(actor);
        Map<UUID, Counts> counts = count(actor, windows);
        return windows.stream()
                .collect(Collectors.toMap(
                        window -> window.prevention().id(), window -> judged(window, judgement, exposure, counts)));
    }

    private static Window window(Prevention prevention, LocalDate change, LocalDate today) {
        LocalDate longest = change.plusWeeks(LONGEST_WEEKS);
        LocalDate until = today.isBefore(longest) ? today : longest;
        LocalDate end = until.isBefore(change) ? change : until;
        return new Window(prevention, change.minusDays(change.until(end, ChronoUnit.DAYS)), change, end);
    }

    private static Effect judged(Window window, Judgement judgement, Exposure exposure, Map<UUID, Counts> counts) {
        String place = window.prevention().place();
        if (!window.until().isAfter(window.change())) {
            return judgement.notBegun(window.change(), exposure.base(place));
        }
        Counts counted = counts.getOrDefault(window.prevention().id().value(), new Counts(0, 0, 0, 0, 0, 0));
        return judgement.of(
                window.change(),
                window.until(),
                new Effect.Side(
                        counted.casesBefore(),
                        counted.namedBefore(),
                        counted.unnamedBefore(),
                        exposure.average(place, window.from(), window.change())),
                new Effect.Side(
                        counted.casesAfter(),
                        counted.namedAfter(),
                        counted.unnamedAfter(),
                        exposure.average(place, window.change(), window.until())),
                exposure.base(place));
    }

    private Exposure exposure(Actor actor) {
        List<CustomerBase> figures = bases.list(actor);
        boolean kept = figures.stream().anyMatch(one -> one.place().isEmpty());
        return new Exposure(figures, kept ? 0 : customers.count(actor, clock.instant()));
    }

    private Map<UUID, Counts> count(Actor actor, List<Window> windows) {
        Map<UUID, Counts> counts = new HashMap<>();
        jdbc.sql(COUNT)
                .param("bureau", actor.bureau().value())
                .param("ids", column(windows, w -> w.prevention().id().value(), UUID[]::new))
                .param("causes", column(windows, w -> w.prevention().cause().value(), UUID[]::new))
                .param("places", column(windows, w -> w.prevention().place(), String[]::new))
                .param("starts", column(windows, w -> midnight(actor, w.from()), String[]::new))
                .param("changes", column(windows, w -> midnight(actor, w.change()), String[]::new))
                .param("ends", column(windows, w -> midnight(actor, w.until()), String[]::new))
                .query((ResultSet row, int n) -> counts.put(row.getObject("id", UUID.class), counts(row)))
                .list();
        return counts;
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getLong("cases_before"),
                row.getLong("cases_after"),
                row.getLong("named_before"),
                row.getLong("named_after"),
                row.getLong("unnamed_before"),
                row.getLong("unnamed_after"));
    }

    private static String midnight(Actor actor, LocalDate day) {
        return day.atStartOfDay(actor.zone()).toInstant().toString();
    }

    private static <T> T[] column(List<Window> windows, Function<Window, T> value, IntFunction<T[]> array) {
        return windows.stream().map(value).toArray(array);
    }
}
