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

/** The cases behind a line of the league, as {@link EffectSql#LEAGUE} counts them; paged by key. */
@Component
class LeagueCases {

    /** Which figure of a line. Text by key {@code recovery.effect.league.of.NAME}. */
    enum Of {
        USED("true"),
        ANSWERED("a.recovery is not null"),
        OLD("e.eligible");

        private final String condition;

        Of(String condition) {
            this.condition = condition;
        }
    }

    private static final String CASES = """
            select k.ticket, k.number, k.customer, k.failed_on, c.left_on, a.recovery, e.eligible,
                   c.left_on is null or c.left_on > k.failed_on + 90 as stayed
              from insight.effect_case k
              join insight.effect_customer c on c.bureau = k.bureau and c.customer = k.customer
              left join lateral (select max(a.recovery) as recovery from insight.effect_answer a
                                  where a.bureau = k.bureau and a.ticket = k.ticket) a on true
             cross join lateral (select k.failed_on + 90 <= :today and (c.since is null or c.since <= k.failed_on)
                                        and (c.left_on is null or c.left_on > k.failed_on) as eligible) e
             where k.bureau = :bureau and coalesce(k.type, '') = :type and k.counts and k.closed and k.failed_on >= :first
               and (k.failed_on, k.ticket) < (:at, :after)
               and (select true from insight.effect_remedy r
                     where r.bureau = k.bureau and r.ticket = k.ticket and r.kind = :kind and r.reverses is null
                       and (select true from insight.effect_remedy b
                             where b.bureau = r.bureau and b.reverses = r.remedy limit 1) is null limit 1) is not null
               and %s
             order by k.failed_on desc, k.ticket desc limit :limit
            """;

    private static final LocalDate LAST = LocalDate.of(9999, 1, 1);

    private final JdbcClient jdbc;
    private final Clock clock;

    LeagueCases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A case of a line.
     *
     * @param recovery mark for how it was put right, null where there is none
     * @param old whether 90 days have passed, so that it counts among those who stayed or left
     */
    record Line(
            TicketId ticket,
            long number,
            CustomerId customer,
            LocalDate failedOn,
            @Nullable LocalDate left,
            @Nullable Integer recovery,
            boolean old,
            boolean stayed) {}

    static String cases(Of of) {
        return CASES.formatted(of.condition);
    }

    /** @param type code of the failure type, empty where nobody has named it */
    List<Line> of(
            Actor actor, String type, String kind, Of of, @Nullable LocalDate at, @Nullable UUID after, int limit) {
        actor.require(Action.READ, RecoveryEffects.KIND);
        LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
        boolean first = at == null || after == null;
        return jdbc.sql(cases(of))
                .param("bureau", actor.bureau().value())
                .param("type", type)
                .param("kind", kind)
                .param("first", Reckoner.first(today))
                .param("today", today)
                .param("at", first ? LAST : at)
                .param("after", first ? new UUID(-1, -1) : after)
                .param("limit", limit)
                .query((row, n) -> new Line(
                        new TicketId(row.getObject("ticket", UUID.class)),
                        row.getLong("number"),
                        new CustomerId(row.getObject("customer", UUID.class)),
                        row.getObject("failed_on", LocalDate.class),
                        row.getObject("left_on", LocalDate.class),
                        row.getObject("recovery", Integer.class),
                        row.getBoolean("eligible"),
                        row.getBoolean("stayed")))
                .list();
    }
}
