package org.redress.improve.insight.ring;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** What the ring asks of the facts. */
@Component
class RingRows {

    /** The same customer had a failure of the same type shortly before. */
    static final String SAME_BEFORE = """
            exists (select from insight.fact e
                     where e.bureau = f.bureau and e.customer = f.customer and e.failure_type = f.failure_type
                       and e.received_at < f.received_at and e.received_at >= f.received_at - :window * interval '1 day')
            """;

    /** What reports a failure. */
    static final String FAILURE = "f.kind in ('COMPLAINT', 'FAULT', 'BILL_DISPUTE')";

    private final NamedParameterJdbcTemplate jdbc;

    RingRows(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What is asked: for whom, when, and how many days make a repetition. */
    record Ask(Actor actor, Instant now, int window) {

        static final int MONTH = 30;

        LocalDate today() {
            return LocalDate.ofInstant(now, actor.zone());
        }

        Map<String, Object> parameters() {
            Map<String, Object> all = new HashMap<>();
            all.put("bureau", actor.bureau().value());
            all.put("zone", actor.zone().getId());
            all.put("now", now.atOffset(ZoneOffset.UTC));
            all.put("today", midnight(today()));
            all.put("month", midnight(today().minusDays(MONTH)));
            all.put("window", window);
            return all;
        }

        private OffsetDateTime midnight(LocalDate day) {
            return day.atStartOfDay(actor.zone()).toOffsetDateTime();
        }
    }

    /** Counts of one day. */
    record Day(LocalDate day, long part, long all) {}

    /** A ticket behind a figure. */
    record Line(
            UUID ticket,
            long number,
            Instant moment,
            Instant receivedAt,
            String place,
            String channel,
            String state,
            @Nullable String type,
            @Nullable UUID cause) {}

    long count(Ask ask, RingSlice slice) {
        return single("select count(*) from insight.fact f where " + slice.where(), ask.parameters());
    }

    List<Line> lines(Ask ask, RingSlice slice, @Nullable Instant at, @Nullable UUID after, int limit) {
        Map<String, Object> parameters = ask.parameters();
        parameters.put("limit", limit);
        String beyond = "";
        if (at != null && after != null) {
            beyond = " and (%s, f.ticket) < (:at, :after)".formatted(slice.moment());
            parameters.put("at", at.atOffset(ZoneOffset.UTC));
            parameters.put("after", after);
        }
        return jdbc.query(
                """
                select f.ticket, f.number, %1$s as moment, f.received_at, f.place, f.channel, f.state, f.failure_type,
                       f.cause
                  from insight.fact f where %2$s%3$s order by %1$s desc, f.ticket desc limit :limit
                """.formatted(slice.moment(), slice.where(), beyond),
                parameters,
                (row, n) -> new Line(
                        row.getObject("ticket", UUID.class),
                        row.getLong("number"),
                        row.getTimestamp("moment").toInstant(),
                        row.getTimestamp("received_at").toInstant(),
                        row.getString("place"),
                        row.getString("channel"),
                        row.getString("state"),
                        row.getString("failure_type"),
                        row.getObject("cause", UUID.class)));
    }

    /** How many were received, and resolved, in a span of time. */
    long received(Ask ask, Instant from, Instant until) {
        return between(ask, "received_at", from, until);
    }

    long resolved(Ask ask, Instant from, Instant until) {
        return between(ask, "resolved_at", from, until);
    }

    private long between(Ask ask, String column, Instant from, Instant until) {
        Map<String, Object> parameters = ask.parameters();
        parameters.put("from", from.atOffset(ZoneOffset.UTC));
        parameters.put("until", until.atOffset(ZoneOffset.UTC));
        return single(
                "select count(*) from insight.fact f where f.bureau = :bureau and f." + column + " >= :from and f."
                        + column + " < :until",
                parameters);
    }

    /** The first day with a ticket, or empty. */
    Optional<LocalDate> first(Ask ask) {
        return jdbc.query(
                        "select min(received_at) from insight.fact where bureau = :bureau",
                        ask.parameters(),
                        (row, n) -> Optional.ofNullable(row.getTimestamp(1))
                                .map(first -> LocalDate.ofInstant(
                                        first.toInstant(), ask.actor().zone())))
                .getFirst();
    }

    /** How many were received in each hour of some days. */
    Map<LocalDate, int[]> hours(Ask ask, List<LocalDate> days) {
        Map<LocalDate, int[]> hours = new HashMap<>();
        days.forEach(day -> hours.put(day, new int[24]));
        Map<String, Object> parameters = ask.parameters();
        parameters.put(
                "starts", days.stream().map(day -> ask.midnight(day).toString()).toArray(String[]::new));
        parameters.put(
                "ends",
                days.stream()
                        .map(day -> ask.midnight(day.plusDays(1)).toString())
                        .toArray(String[]::new));
        jdbc.query("""
                select (f.received_at at time zone :zone)::date, extract(hour from f.received_at at time zone :zone),
                       count(*)
                  from unnest(:starts::timestamptz[], :ends::timestamptz[]) d (start_at, end_at)
                  join insight.fact f on f.bureau = :bureau and f.received_at >= d.start_at and f.received_at < d.end_at
                 group by 1, 2
                """, parameters, row -> {
            int[] ofDay = hours.getOrDefault(row.getObject(1, LocalDate.class), new int[24]);
            ofDay[row.getInt(2)] = row.getInt(3);
        });
        return hours;
    }

    /** Of what was received on each of the last days: repetitions, and all that could be one. */
    List<Day> repeated(Ask ask, int days) {
        return daily(ask, "received_at", SAME_BEFORE, "f.failure_type is not null and f.customer is not null", days);
    }

    /** Of what was closed on each of the last days: with a cause, and all. */
    List<Day> named(Ask ask, int days) {
        return daily(ask, "closed_at", "f.cause is not null", "f.state = 'closed' and " + FAILURE, days);
    }

    private List<Day> daily(Ask ask, String column, String part, String all, int days) {
        Map<String, Object> parameters = ask.parameters();
        parameters.put("since", ask.midnight(ask.today().minusDays(days)));
        List<Day> found = jdbc.query(
                """
                select (f.%1$s at time zone :zone)::date, count(*) filter (where %2$s), count(*)
                  from insight.fact f
                 where f.bureau = :bureau and f.%1$s >= :since and f.%1$s < :now
                   and f.state not in ('rejected', 'cancelled') and %3$s
                 group by 1
                """.formatted(column, part, all),
                parameters,
                (row, n) -> new Day(row.getObject(1, LocalDate.class), row.getLong(2), row.getLong(3)));
        LocalDate first = ask.today().minusDays(days);
        return IntStream.rangeClosed(0, days)
                .mapToObj(first::plusDays)
                .map(day -> found.stream()
                        .filter(one -> one.day().equals(day))
                        .findFirst()
                        .orElse(new Day(day, 0, 0)))
                .toList();
    }

    /** The median time from received to resolved, of what was resolved in a span; empty where nothing was. */
    Optional<Double> medianSeconds(Ask ask, Instant from, Instant until) {
        Map<String, Object> parameters = ask.parameters();
        parameters.put("from", from.atOffset(ZoneOffset.UTC));
        parameters.put("until", until.atOffset(ZoneOffset.UTC));
        return jdbc.query("""
                        select percentile_cont(0.5) within group (order by extract(epoch from resolved_at - received_at))
                          from insight.fact f
                         where f.bureau = :bureau and f.resolved_at >= :from and f.resolved_at < :until
                           and f.state not in ('rejected', 'cancelled')
                        """, parameters, (row, n) -> Optional.ofNullable(row.getObject(1, Double.class)))
                .getFirst();
    }

    private long single(String sql, Map<String, Object> parameters) {
        return jdbc.query(sql, parameters, (row, n) -> row.getLong(1)).getFirst();
    }
}
