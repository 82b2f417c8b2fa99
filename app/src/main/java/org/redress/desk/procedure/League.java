package org.redress.desk.procedure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.UnitId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which matters were thrown about most, which departments send back, and how their work was judged by the next one. */
@Component
public class League {

    private static final String THROWN = """
            select ticket, count(*) as returns, count(distinct from_unit) as departments
              from procedure.handover
             where bureau = :bureau and at >= :since and what in ('RETURN', 'REFUSE')
             group by ticket order by returns desc, ticket limit :limit
            """;

    private static final String UNITS = """
            select coalesce(h.unit, a.unit) as unit,
                   coalesce(h.sent, 0) as sent, coalesce(h.returned, 0) as returned,
                   coalesce(a.assessed, 0) as assessed, coalesce(a.in_time, 0) as in_time,
                   coalesce(a.complete, 0) as complete, coalesce(a.correct, 0) as correct,
                   coalesce(a.refused, 0) as refused
              from (select unit, sum(sent) as sent, sum(returned) as returned
                      from (select case when what = 'RETURN' then from_unit else to_unit end as unit,
                                   case when what = 'RETURN' then 0 else 1 end as sent,
                                   case when what = 'RETURN' then 1 else 0 end as returned
                              from procedure.handover
                             where bureau = :bureau and at >= :since and what in ('SEND', 'DECIDE', 'RETURN')) moves
                     group by unit) h
              full join (select unit, count(*) as assessed,
                                count(*) filter (where in_time) as in_time,
                                count(*) filter (where complete) as complete,
                                count(*) filter (where correct) as correct,
                                count(*) filter (where refused) as refused
                           from procedure.assessment
                          where bureau = :bureau and at >= :since group by unit) a on a.unit = h.unit
             order by coalesce(h.returned, 0) desc, coalesce(h.sent, 0) desc, unit
            """;

    private final JdbcClient jdbc;

    League(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A matter and how often it was sent back, by how many departments. */
    public record Thrown(TicketId ticket, long returns, long departments) {}

    /**
     * A department's figures.
     *
     * @param sent to it
     * @param returned by it as not theirs
     * @param assessed of its work by the next one; the others are parts of it
     * @param refused so that it had to be done again
     */
    public record Standing(
            UnitId unit,
            long sent,
            long returned,
            long assessed,
            long inTime,
            long complete,
            long correct,
            long refused) {

        /** Of what it was sent; null where it was sent nothing. */
        public @org.jspecify.annotations.Nullable Double returnedShare() {
            return sent == 0 ? null : (double) returned / sent;
        }
    }

    /** The matters that were sent back most often since a moment. */
    public List<Thrown> thrown(Actor actor, Instant since, int limit) {
        actor.require(Action.READ, SegmentClocks.KIND);
        return jdbc.sql(THROWN)
                .param("bureau", actor.bureau().value())
                .param("since", Moments.at(since))
                .param("limit", limit)
                .query((row, n) -> new Thrown(
                        new TicketId(row.getObject("ticket", UUID.class)),
                        row.getLong("returns"),
                        row.getLong("departments")))
                .list();
    }

    /** Every department that was sent something since a moment, the one that sends most back first. */
    public List<Standing> units(Actor actor, Instant since) {
        actor.require(Action.READ, SegmentClocks.KIND);
        return jdbc.sql(UNITS)
                .param("bureau", actor.bureau().value())
                .param("since", Moments.at(since))
                .query((row, n) -> new Standing(
                        new UnitId(row.getObject("unit", UUID.class)),
                        row.getLong("sent"),
                        row.getLong("returned"),
                        row.getLong("assessed"),
                        row.getLong("in_time"),
                        row.getLong("complete"),
                        row.getLong("correct"),
                        row.getLong("refused")))
                .list();
    }
}
