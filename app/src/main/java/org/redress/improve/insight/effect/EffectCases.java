package org.redress.improve.insight.effect;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases behind a figure of who stayed, as on the day of the figures, paged by key. */
@Component
class EffectCases {

    private static final String AGAIN = EffectSql.BEFORE + " is %s null";

    private static final String GIVEN = """
            (select true from insight.effect_remedy r where %s limit 1) is %%s null
            """.formatted(EffectSql.HAD);

    private static final String CASES = """
            select k.ticket, k.number, k.customer, k.type, k.failed_on, c.left_on,
                   c.left_on is null or c.left_on > d.closed_on + :days as stayed
              from insight.effect_case k
              join insight.effect_customer c on c.bureau = k.bureau and c.customer = k.customer
              %s
             cross join lateral (select (k.closed_at at time zone :zone)::date as closed_on) d
             where k.bureau = :bureau and k.counts and k.closed and not k.elsewhere and k.failed_on >= :first
               and (k.failed_on, k.ticket) < (:at, :after) and d.closed_on + :days <= :today
               and (c.since is null or c.since <= k.failed_on) and (c.left_on is null or c.left_on > d.closed_on)
               and %s and %s and %s and %s
             order by k.failed_on desc, k.ticket desc limit :limit
            """;

    /** Somebody without a failure was like them when figures were last reckoned. */
    private static final String MATCHED = """
            (select true from insight.effect_cell o
              where o.bureau = k.bureau and o.days = :days and o.side = 'NONE' and o.tenure > 0
                and o.month = date_trunc('month', d.closed_on)::date and o.segment = coalesce(s.segment, c.segment)
                and o.tenure = insight.tenure_band(c.since, d.closed_on) and o.band = coalesce(s.band, c.band) limit 1)
            is not null
            """;

    private final JdbcClient jdbc;
    private final FigureRows rows;
    private final Clock clock;

    EffectCases(JdbcClient jdbc, FigureRows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * The cases of a side as figures count them, see {@link EffectSql#STAYED}.
     *
     * @param matched only those of whom somebody is like them
     */
    static String cases(Side side, boolean matched) {
        return CASES.formatted(
                matched ? EffectSql.STANDING.formatted("k.failed_on") : "",
                EffectSql.ONE,
                AGAIN.formatted(side.again() ? "not" : ""),
                GIVEN.formatted(side.given() ? "not" : "")
                        + (side.given() ? "" : " and " + EffectSql.BY_RUN + " is null"),
                matched ? MATCHED : "true");
    }

    /** A failure and whether its customer stayed. */
    record Line(
            TicketId ticket,
            long number,
            CustomerId customer,
            @Nullable String type,
            LocalDate failedOn,
            @Nullable LocalDate left,
            boolean stayed) {}

    /** The cases of a side after a place in their list. */
    List<Line> of(Actor actor, Side side, int days, boolean matched, Place after, int limit) {
        actor.require(Action.READ, RecoveryEffects.KIND);
        LocalDate today = rows.day(actor.bureau(), actor.zone(), clock.instant());
        return jdbc.sql(cases(side, matched))
                .param("bureau", actor.bureau().value())
                .param("days", days)
                .param("zone", actor.zone().getId())
                .param("first", Reckoner.first(today))
                .param("today", today)
                .param("at", after.on())
                .param("after", after.id())
                .param("limit", limit)
                .query((row, n) -> new Line(
                        new TicketId(row.getObject("ticket", UUID.class)),
                        row.getLong("number"),
                        new CustomerId(row.getObject("customer", UUID.class)),
                        row.getString("type"),
                        row.getObject("failed_on", LocalDate.class),
                        row.getObject("left_on", LocalDate.class),
                        row.getBoolean("stayed")))
                .list();
    }
}
