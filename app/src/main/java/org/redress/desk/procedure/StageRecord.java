package org.redress.desk.procedure;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the work at the places of procedures has gone, and the tickets behind each figure. */
@Component
public class StageRecord {

    /** The versions that are asked about; only tickets that followed one of them count. */
    private static final String OF_VERSION = """
              from unnest(:procedures::uuid[], :numbers::int[]) v (procedure, number)
              join procedure.segment s on s.bureau = :bureau and s.procedure = v.procedure
              join procedure.journey j on j.bureau = s.bureau and j.ticket = s.ticket
               and j.procedure = v.procedure and j.number = v.number
            """;

    static final String ENDED = """
            select d.procedure, d.place, sum(d.done) as done, sum(d.in_time) as in_time, 0 as overdue,
                   sum(d.returned) as returned, sum(d.refused) as refused
              from unnest(:procedures::uuid[], :numbers::int[]) v (procedure, number)
              join procedure.stage_day d on d.bureau = :bureau and d.procedure = v.procedure and d.number = v.number
             where d.day >= :since group by 1, 2
            """;

    static final String OVERDUE = """
            select s.procedure, s.place, 0 as done, 0 as in_time, count(*) as overdue, 0 as returned, 0 as refused
            """ + OF_VERSION + " where s.open and s.due_at < :now group by 1, 2";

    private final JdbcClient jdbc;
    private final StageReckoning reckoning;
    private final Clock clock;

    StageRecord(JdbcClient jdbc, StageReckoning reckoning, Clock clock) {
        this.jdbc = jdbc;
        this.reckoning = reckoning;
        this.clock = clock;
    }

    /** What was asked for behind a figure. */
    public enum Behind {
        DONE("not s.open and s.state = 'DONE' and s.ended_at", "s.ended_at", ""),
        IN_TIME("not s.open and s.state = 'DONE' and s.in_time and s.ended_at", "s.ended_at", ""),
        LATE("not s.open and s.state = 'DONE' and not s.in_time and s.ended_at", "s.ended_at", ""),
        OVERDUE("s.open and s.due_at < :now and s.sent_at", "s.sent_at", ""),
        RETURNED("not s.open and s.state = 'RETURNED' and s.ended_at", "s.ended_at", ""),
        REFUSED(
                "a.refused and a.at",
                "a.at",
                "join procedure.assessment a on a.bureau = s.bureau and a.segment = s.id");

        private final String where;
        private final String at;
        private final String join;

        Behind(String where, String at, String join) {
            this.where = where;
            this.at = at;
            this.join = join;
        }

        /** As it stands in an address, e.g. {@code in-time}. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Behind> ofSlug(String slug) {
            return Arrays.stream(values())
                    .filter(one -> one.slug().equals(slug))
                    .findFirst();
        }

        String sql() {
            String why = this == REFUSED ? "a.why" : "coalesce(s.reason, s.report, '')";
            return "select s.ticket, s.id, " + at + " as at, " + why + " as why\n" + OF_VERSION + " " + join
                    + " where s.place = :place and " + where + (this == OVERDUE ? " > '-infinity'" : " >= :since")
                    + " and (" + at + ", s.id) < (:at, :id) order by " + at + " desc, s.id desc limit :limit";
        }
    }

    /**
     * One ticket behind a figure.
     *
     * @param at when it happened; together with {@code segment} the key after which the next page begins
     * @param why as whoever did it said, may be empty
     */
    public record Line(TicketId ticket, SegmentId segment, Instant at, String why) {}

    /** Until when what is over is counted; empty where it never was yet. What is overdue is counted when it is asked for. */
    public Optional<Instant> until(Actor actor) {
        actor.require(Action.READ, Procedures.KIND);
        return reckoning.until(actor.bureau());
    }

    /** The figures of these versions since a day, by place; places at which nothing happened are left out. */
    public Map<ProcedureId, List<StageFigures>> of(Actor actor, Collection<Procedure> versions, LocalDate since) {
        actor.require(Action.READ, Procedures.KIND);
        Map<ProcedureId, Map<Integer, StageFigures>> all = new HashMap<>();
        for (String sql : List.of(ENDED, OVERDUE)) {
            read(actor, versions, since, sql)
                    .forEach(found -> all.computeIfAbsent(found.procedure(), id -> new TreeMap<>())
                            .merge(found.figures().place(), found.figures(), StageFigures::plus));
        }
        Map<ProcedureId, List<StageFigures>> figures = new HashMap<>();
        all.forEach((id, places) -> figures.put(id, new ArrayList<>(places.values())));
        return figures;
    }

    private record Found(ProcedureId procedure, StageFigures figures) {}

    private List<Found> read(Actor actor, Collection<Procedure> versions, LocalDate since, String sql) {
        return jdbc.sql(sql)
                .param("procedures", ids(versions))
                .param("numbers", versions.stream().map(Procedure::number).toArray(Integer[]::new))
                .param("bureau", actor.bureau().value())
                .param("since", since)
                .param("now", Moments.at(clock.instant()))
                .query((row, n) -> new Found(
                        new ProcedureId(row.getObject("procedure", UUID.class)),
                        new StageFigures(
                                row.getInt("place"),
                                row.getLong("done"),
                                row.getLong("in_time"),
                                row.getLong("overdue"),
                                row.getLong("returned"),
                                row.getLong("refused"))))
                .list();
    }

    /** The tickets behind a figure of a place, the latest first, after a line or from the beginning. */
    public List<Line> behind(
            Actor actor, Procedure version, int place, Behind what, Instant since, Instant at, UUID after, int limit) {
        actor.require(Action.READ, SegmentClocks.KIND);
        return jdbc.sql(what.sql())
                .param("procedures", ids(List.of(version)))
                .param("numbers", new Integer[] {version.number()})
                .param("bureau", actor.bureau().value())
                .param("place", place)
                .param("since", Moments.at(since))
                .param("now", Moments.at(clock.instant()))
                .param("at", Moments.at(at))
                .param("id", after)
                .param("limit", limit)
                .query((row, n) -> new Line(
                        new TicketId(row.getObject("ticket", UUID.class)),
                        new SegmentId(row.getObject("id", UUID.class)),
                        Objects.requireNonNull(Moments.get(row, "at")),
                        row.getString("why")))
                .list();
    }

    private static UUID[] ids(Collection<Procedure> versions) {
        return versions.stream().map(one -> one.id().value()).toArray(UUID[]::new);
    }
}
