package org.redress.desk.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts of open work and the day's figures: how many there are is kept, and what is due is read from the index by what is due. */
@Component
class BoardFigures {

    /** Open work that is late or falls due today, before the condition of the reader's reach. */
    private static final String DUE = " from ticket.ticket t where t.open and t.due_at < :midnight and ";

    private static final List<TicketView> OPEN_VIEWS = Arrays.stream(TicketView.values())
            .filter(view -> !view.latestFirst())
            .toList();

    private final JdbcClient jdbc;

    BoardFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<TicketView, TicketBoard.Tally> byView(Actor actor, Instant now) {
        Reach reach = Reach.of(actor, Action.READ);
        String kept = OPEN_VIEWS.stream()
                .filter(OpenTallies::keeps)
                .map(view -> kept("n_" + view.name(), ViewSql.condition(view)))
                .collect(Collectors.joining(",\n"));
        String due = OPEN_VIEWS.stream()
                .map(view -> counted("late_" + view.name(), ViewSql.condition(view) + " and t.due_at < :now"))
                .collect(Collectors.joining(",\n"));
        String counted = Stream.of(TicketView.DUE_TODAY, TicketView.LATE)
                .map(view -> counted("n_" + view.name(), ViewSql.condition(view)))
                .collect(Collectors.joining(",\n"));
        String own = Stream.of(TicketView.MINE, TicketView.OFFERED)
                .map(view -> "(select count(*) from ticket.ticket t where " + reach.sql() + " and "
                        + ViewSql.condition(view) + ") as n_" + view.name())
                .collect(Collectors.joining(",\n"));
        return jdbc.sql("select k.*, d.*, " + own + " from (select " + kept + " from " + OpenTallies.of(reach)
                        + " where " + reach.sql() + ") k, (select " + due + ", " + counted + DUE + reach.sql() + ") d")
                .params(ViewSql.of(actor, Action.READ, TicketView.OPEN, now).params())
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

    /** How many rows of kept counts stand for. */
    private static String kept(String name, String condition) {
        return "coalesce(sum(t.n) filter (where " + condition + "), 0)::bigint as " + name;
    }

    private static String counted(String name, String condition) {
        return "count(*) filter (where " + condition + ") as " + name;
    }

    /** How many a view holds that is narrowed by nothing but what counts are kept by. */
    long kept(Actor actor, ViewSql sql) {
        return jdbc.sql("select coalesce(sum(t.n), 0)::bigint from " + OpenTallies.of(Reach.of(actor, Action.READ))
                        + " where " + sql.where())
                .params(sql.params())
                .query(Long.class)
                .single();
    }

    Map<TicketKind, TicketBoard.Tally> byKind(Actor actor, Instant now) {
        Reach reach = Reach.of(actor, Action.READ);
        Map<TicketKind, TicketBoard.Tally> tallies = new EnumMap<>(TicketKind.class);
        for (TicketKind kind : TicketKind.values()) {
            tallies.put(kind, new TicketBoard.Tally(0, 0));
        }
        jdbc.sql("""
                        select kind, sum(n)::bigint as n, sum(late)::bigint as late
                          from (select t.kind, t.n, 0 as late from %1$s where %2$s
                                union all
                                select t.kind, 0, 1 from ticket.ticket t where %2$s and t.open and t.due_at < :now) x
                         group by kind
                        """.formatted(OpenTallies.of(reach), reach.sql()))
                .params(reach.params())
                .param("now", Moments.at(now))
                .query(row -> {
                    tallies.put(
                            TicketKind.valueOf(row.getString("kind")),
                            new TicketBoard.Tally(row.getLong("n"), row.getLong("late")));
                });
        return tallies;
    }

    Map<String, TicketBoard.Tally> byType(Actor actor, Instant now) {
        ViewSql all = ViewSql.of(actor, Action.READ, TicketView.OPEN, now);
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
        ViewSql all = ViewSql.of(actor, Action.READ, TicketView.OPEN, now);
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
        Reach reach = Reach.of(actor, Action.READ);
        return jdbc.sql("""
                        select k.*, d.*,
                               (select count(*) from ticket.ticket t where %2$s and %6$s) as received,
                               (select count(*) from ticket.ticket t where %2$s and %7$s) as resolved,
                               (select count(*) from ticket.ticket t where %2$s and %8$s) as closed,
                               (select count(distinct ticket) from ticket.join_proposal
                                 where bureau = :bureau and decided_at is null) as proposed,
                               r.answered, r.in_time
                          from (select %3$s from %1$s where %2$s) k, (select %4$s %5$s %2$s) d,
                               (select count(*) as answered, count(*) filter (where t.in_time) as in_time
                                  from ticket.ticket t
                                 where %2$s and %9$s) r
                        """.formatted(
                        OpenTallies.of(reach),
                        reach.sql(),
                        stations((name, condition) -> kept(name, condition)),
                        stations((name, condition) -> counted(name + "_late", condition + " and t.due_at < :now")
                                + ", "
                                + counted(name + "_due", condition + " and t.due_at >= :now")),
                        DUE,
                        ViewSql.condition(TicketView.RECEIVED_TODAY),
                        ViewSql.condition(TicketView.RESOLVED_TODAY),
                        ViewSql.condition(TicketView.CLOSED_TODAY),
                        ViewSql.condition(TicketView.ANSWERED)))
                .params(ViewSql.of(actor, Action.READ, TicketView.OPEN, now).params())
                .query((row, n) -> new RingFigures(
                        station(row, "identify"),
                        station(row, "recover"),
                        station(row, "close"),
                        row.getLong("received"),
                        row.getLong("resolved"),
                        row.getLong("closed"),
                        row.getLong("proposed"),
                        row.getLong("answered"),
                        row.getLong("in_time")))
                .single();
    }

    /** Columns for the three stations, each from its name and its condition. */
    private static String stations(BinaryOperator<String> columns) {
        return String.join(
                ",\n",
                columns.apply("identify", ViewSql.condition(TicketView.UNCLASSIFIED)),
                columns.apply("recover", ViewSql.condition(TicketView.CLASSIFIED)),
                columns.apply("close", ViewSql.condition(TicketView.RESOLVED)));
    }

    private static RingFigures.Station station(ResultSet row, String name) throws SQLException {
        return new RingFigures.Station(row.getLong(name), row.getLong(name + "_late"), row.getLong(name + "_due"));
    }
}
