package org.redress.desk.ticket;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts of open work, each from one pass over its partial index, and the day's figures. */
@Component
class BoardFigures {

    /** Over how long the share of replies in time is taken. */
    private static final Duration REPLIES = Duration.ofDays(30);

    private static final List<TicketView> OPEN_VIEWS = Arrays.stream(TicketView.values())
            .filter(view -> view != TicketView.CLOSED)
            .toList();

    private final JdbcClient jdbc;

    BoardFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<TicketView, TicketBoard.Tally> byView(Actor actor, Instant now) {
        ViewSql all = ViewSql.of(actor, Action.READ, TicketView.OPEN, TicketFilter.NONE, now);
        String counts = OPEN_VIEWS.stream()
                .map(view -> {
                    String condition = ViewSql.condition(view);
                    return "count(*) filter (where " + condition + ") as n_" + view.name() + ", count(*) filter (where "
                            + condition + " and t.due_at < :now) as late_" + view.name();
                })
                .collect(Collectors.joining(",\n"));
        return jdbc.sql("select " + counts + " from ticket.ticket t where " + all.where())
                .params(all.params())
                .query((row, n) -> {
                    Map<TicketView, TicketBoard.Tally> tallies = new EnumMap<>(TicketView.class);
                    for (TicketView view : OPEN_VIEWS) {
                        tallies.put(
                                view,
                                new TicketBoard.Tally(
                                        row.getLong("n_" + view.name()), row.getLong("late_" + view.name())));
                    }
                    return tallies;
                })
                .single();
    }

    Map<TicketKind, TicketBoard.Tally> byKind(Actor actor, Instant now) {
        ViewSql all = ViewSql.of(actor, Action.READ, TicketView.OPEN, TicketFilter.NONE, now);
        Map<TicketKind, TicketBoard.Tally> tallies = new EnumMap<>(TicketKind.class);
        for (TicketKind kind : TicketKind.values()) {
            tallies.put(kind, new TicketBoard.Tally(0, 0));
        }
        jdbc.sql("""
                        select t.kind, count(*) as n, count(*) filter (where t.due_at < :now) as late
                          from ticket.ticket t where """ + " " + all.where() + " group by t.kind")
                .params(all.params())
                .query(row -> {
                    tallies.put(
                            TicketKind.valueOf(row.getString("kind")),
                            new TicketBoard.Tally(row.getLong("n"), row.getLong("late")));
                });
        return tallies;
    }

    Map<String, TicketBoard.Tally> byType(Actor actor, Instant now) {
        ViewSql all = ViewSql.of(actor, Action.READ, TicketView.OPEN, TicketFilter.NONE, now);
        Map<String, TicketBoard.Tally> tallies = new HashMap<>();
        jdbc.sql("""
                        select t.type_key, count(*) as n, count(*) filter (where t.due_at < :now) as late
                          from ticket.ticket t where """ + " " + all.where() + " and t.type_key is not null group by t.type_key")
                .params(all.params())
                .query(row -> {
                    tallies.put(
                            row.getString("type_key"), new TicketBoard.Tally(row.getLong("n"), row.getLong("late")));
                });
        return tallies;
    }

    Map<StaffId, TicketBoard.Tally> byPerson(Actor actor, Collection<StaffId> people, Instant now) {
        ViewSql all = ViewSql.of(actor, Action.READ, TicketView.OPEN, TicketFilter.NONE, now);
        Map<StaffId, TicketBoard.Tally> tallies = new HashMap<>();
        jdbc.sql("""
                        select t.responsible, count(*) as n, count(*) filter (where t.due_at < :now) as late
                          from ticket.ticket t where """ + " " + all.where() + " and t.responsible = any(:people) group by t.responsible")
                .params(all.params())
                .param("people", people.stream().map(StaffId::value).toArray(UUID[]::new))
                .query(row -> {
                    tallies.put(
                            new StaffId(row.getObject("responsible", UUID.class)),
                            new TicketBoard.Tally(row.getLong("n"), row.getLong("late")));
                });
        return tallies;
    }

    RingFigures ring(Actor actor, Instant now) {
        ViewSql all = ViewSql.of(actor, Action.READ, TicketView.OPEN, TicketFilter.NONE, now);
        String reach = Reach.of(actor, Action.READ).sql();
        return jdbc.sql("""
                        select w.*,
                               (select count(*) from ticket.ticket t where %2$s and t.received_at >= :today) as received,
                               (select count(*) from ticket.ticket t where %2$s and t.resolved_at >= :today) as resolved,
                               (select count(*) from ticket.ticket t where %2$s and t.closed_at >= :today) as closed,
                               (select count(distinct ticket) from ticket.join_proposal
                                 where bureau = :bureau and decided_at is null) as proposed,
                               r.answered, r.in_time
                          from (select %3$s, %4$s, %5$s from ticket.ticket t where %1$s) w,
                               (select count(*) as answered, count(*) filter (where t.in_time) as in_time
                                  from ticket.ticket t
                                 where %2$s and t.reply_ended_at >= :since) r
                        """.formatted(
                                all.where(),
                                reach,
                                station("identify", ViewSql.UNCLASSIFIED),
                                station("recover", ViewSql.CLASSIFIED),
                                station("close", "t.state = 'resolved'")))
                .params(all.params())
                .param("today", Moments.at(midnightBefore(actor, now)))
                .param("since", Moments.at(now.minus(REPLIES)))
                .query((row, n) -> new RingFigures(
                        new RingFigures.Station(row.getLong(1), row.getLong(2), row.getLong(3)),
                        new RingFigures.Station(row.getLong(4), row.getLong(5), row.getLong(6)),
                        new RingFigures.Station(row.getLong(7), row.getLong(8), row.getLong(9)),
                        row.getLong("received"),
                        row.getLong("resolved"),
                        row.getLong("closed"),
                        row.getLong("proposed"),
                        row.getLong("answered"),
                        row.getLong("in_time")))
                .single();
    }

    private static String station(String name, String condition) {
        return """
                count(*) filter (where %2$s) as %1$s,
                count(*) filter (where %2$s and t.due_at < :now) as %1$s_late,
                count(*) filter (where %2$s and t.due_at >= :now and t.due_at < :midnight) as %1$s_due""".formatted(name, condition);
    }

    private static Instant midnightBefore(Actor actor, Instant now) {
        return LocalDate.ofInstant(now, actor.zone()).atStartOfDay(actor.zone()).toInstant();
    }
}
