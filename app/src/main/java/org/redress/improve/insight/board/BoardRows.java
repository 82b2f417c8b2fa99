package org.redress.improve.insight.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketNumber;
import org.redress.desk.ticket.TicketState;
import org.redress.ground.identity.Actor;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** What the board asks of the facts. */
@Component
class BoardRows {

    private static final String COLUMNS = """
            f.ticket, f.number, f.received_at, f.place, f.channel, f.kind, f.state, f.unit, f.failure_type, f.cause
            """;

    private final NamedParameterJdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate streaming;

    BoardRows(NamedParameterJdbcTemplate jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.streaming = new NamedParameterJdbcTemplate(source);
        this.streaming.getJdbcTemplate().setFetchSize(1000);
    }

    /** How often a value stands in the period, and in the equally long one before. */
    record Count(String value, long now, long before) {}

    /** How many tickets have no value: over and done with, and still in hand. */
    record Without(long done, long open) {}

    /** How often a value stands in one week; 0 is the last one. */
    record Week(String value, int weeksAgo, long count) {}

    /** A ticket behind a figure. */
    record Line(
            TicketId ticket,
            TicketNumber number,
            Instant receivedAt,
            String place,
            Channel channel,
            TicketKind kind,
            TicketState state,
            UUID unit,
            @Nullable String type,
            @Nullable UUID cause) {}

    /** A place in a list, newest first. */
    record Cursor(Instant receivedAt, UUID ticket) {}

    /** Every value of both periods, the most frequent first. */
    List<Count> counts(Actor actor, BoardFilter filter, By by) {
        Map<String, Object> parameters = filter.parameters(actor);
        parameters.put("middle", parameters.get("from"));
        parameters.put("from", filter.before().parameters(actor).get("from"));
        return jdbc.query(
                """
                select %1$s::text as value,
                       count(*) filter (where f.received_at >= :middle) as now,
                       count(*) filter (where f.received_at < :middle) as before
                  from insight.fact f where %2$s and %1$s is not null
                 group by 1 order by now desc, before desc, value
                """.formatted(by.column(), filter.where()),
                parameters,
                (row, n) -> new Count(row.getString("value"), row.getLong("now"), row.getLong("before")));
    }

    Without without(Actor actor, BoardFilter filter, By by) {
        return jdbc.query(
                        """
                        select count(*) filter (where %2$s) as done, count(*) filter (where %3$s) as open
                          from insight.fact f where %4$s and %1$s is null
                        """.formatted(
                                        by.column(),
                                        new Slice.DoneWithout().where(by),
                                        new Slice.OpenWithout().where(by),
                                        filter.where()),
                        filter.parameters(actor),
                        (row, n) -> new Without(row.getLong("done"), row.getLong("open")))
                .getFirst();
    }

    /** Counts by week for some values; weeks end with the last day of the filter. */
    List<Week> weeks(Actor actor, BoardFilter filter, By by, List<String> values) {
        Map<String, Object> parameters = filter.parameters(actor);
        parameters.put("zone", actor.zone().getId());
        parameters.put("last", filter.to());
        parameters.put("values", new Slice.Rest(values).parameters(by).get("named"));
        return jdbc.query(
                """
                select %1$s::text as value, (:last - (f.received_at at time zone :zone)::date) / 7 as ago, count(*)
                  from insight.fact f where %2$s and %1$s = any(:values) group by 1, 2
                """.formatted(by.column(), filter.where()),
                parameters,
                (row, n) -> new Week(row.getString(1), row.getInt(2), row.getLong(3)));
    }

    /** Of the tickets of one week: those without a value, and all. */
    record Unsettled(int weeksAgo, long without, long all) {}

    List<Unsettled> weeklyWithout(Actor actor, BoardFilter filter, By by) {
        Map<String, Object> parameters = filter.parameters(actor);
        parameters.put("zone", actor.zone().getId());
        parameters.put("last", filter.to());
        return jdbc.query(
                """
                select (:last - (f.received_at at time zone :zone)::date) / 7 as ago,
                       count(*) filter (where %1$s is null), count(*)
                  from insight.fact f where %2$s and (%1$s is not null or %3$s) group by 1
                """.formatted(by.column(), filter.where(), Slice.wanted(by)),
                parameters,
                (row, n) -> new Unsettled(row.getInt(1), row.getLong(2), row.getLong(3)));
    }

    /** A page of the tickets behind a figure, the newest first, after a place or, for the way back, before it. */
    List<Line> lines(
            Actor actor, BoardFilter filter, By by, Slice slice, @Nullable Cursor cursor, boolean back, int limit) {
        Map<String, Object> parameters = new HashMap<>(filter.parameters(actor));
        parameters.putAll(slice.parameters(by));
        parameters.put("limit", limit);
        String beyond = "";
        if (cursor != null) {
            beyond = " and (f.received_at, f.ticket) %s (:at, :ticket)".formatted(back ? ">" : "<");
            parameters.put("at", cursor.receivedAt().atOffset(ZoneOffset.UTC));
            parameters.put("ticket", cursor.ticket());
        }
        String order = back ? "f.received_at, f.ticket" : "f.received_at desc, f.ticket desc";
        List<Line> lines = jdbc.query(
                "select " + COLUMNS + " from insight.fact f where " + filter.where() + " and " + slice.where(by)
                        + beyond + " order by " + order + " limit :limit",
                parameters,
                BoardRows::line);
        return back ? lines.reversed() : lines;
    }

    long count(Actor actor, BoardFilter filter, By by, Slice slice) {
        Map<String, Object> parameters = new HashMap<>(filter.parameters(actor));
        parameters.putAll(slice.parameters(by));
        return jdbc.query(
                        "select count(*) from insight.fact f where " + filter.where() + " and " + slice.where(by),
                        parameters,
                        (row, n) -> row.getLong(1))
                .getFirst();
    }

    /** All of them, read as a stream; needs a transaction. */
    void each(Actor actor, BoardFilter filter, By by, Slice slice, Consumer<Line> each) {
        Map<String, Object> parameters = new HashMap<>(filter.parameters(actor));
        parameters.putAll(slice.parameters(by));
        String sql = "select " + COLUMNS + " from insight.fact f where " + filter.where() + " and " + slice.where(by)
                + " order by f.received_at desc, f.ticket desc";
        RowCallbackHandler handler = row -> each.accept(line(row, 0));
        streaming.query(sql, parameters, handler);
    }

    /** The days of the first and the last ticket, or empty where there is none. */
    Optional<Span> span(Actor actor) {
        return jdbc
                .query(
                        """
                        select min(received_at) as first, max(received_at) as last from insight.fact
                         where bureau = :bureau having count(*) > 0
                        """,
                        Map.of("bureau", actor.bureau().value()),
                        (row, n) ->
                                new Span(day(actor, row.getTimestamp("first")), day(actor, row.getTimestamp("last"))))
                .stream()
                .findFirst();
    }

    private static LocalDate day(Actor actor, Timestamp moment) {
        return LocalDate.ofInstant(moment.toInstant(), actor.zone());
    }

    /** From the day of the first to that of the last ticket. */
    record Span(LocalDate first, LocalDate last) {}

    private static Line line(ResultSet row, int n) throws SQLException {
        return new Line(
                new TicketId(row.getObject("ticket", UUID.class)),
                new TicketNumber(row.getLong("number")),
                row.getTimestamp("received_at").toInstant(),
                row.getString("place"),
                Channel.valueOf(row.getString("channel")),
                TicketKind.valueOf(row.getString("kind")),
                TicketState.ofWire(row.getString("state")),
                row.getObject("unit", UUID.class),
                row.getString("failure_type"),
                row.getObject("cause", UUID.class));
    }
}
