package org.redress.desk.appeal.report;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.redress.desk.appeal.AppealReach;
import org.redress.desk.appeal.chain.Condition;
import org.redress.ground.identity.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the figures of a period. */
@Repository
class ReportRows {

    static final String REFUSED = """
            select reason, count(*) from appeal.appeal_step s
              join appeal.appeal a on a.bureau = s.bureau and a.id = s.appeal
              cross join unnest(a.refusals) reason
             where s.bureau = :bureau and s.what = 'REFUSE' and s.at >= :from and s.at < :until and %s
             group by reason
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ReportRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long count(Actor actor, AppealReach reach, Period period, Figure figure) {
        return jdbc.sql(figure.count(reach.sql()))
                .params(params(actor, reach, period))
                .query(Long.class)
                .single();
    }

    Map<Condition, Long> refused(Actor actor, AppealReach reach, Period period) {
        Map<Condition, Long> counts = new EnumMap<>(Condition.class);
        jdbc.sql(REFUSED.formatted(reach.sql()))
                .params(params(actor, reach, period))
                .query(row -> {
                    counts.put(Condition.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    List<Counted> list(Actor actor, AppealReach reach, Behind behind, Instant at, UUID id, int limit) {
        Map<String, Object> params = params(actor, reach, behind.period());
        String narrowed = reach.sql();
        if (behind.why() != null) {
            narrowed += " and :why = any(a.refusals)";
            params.put("why", behind.why().name());
        }
        params.put("at", at.atOffset(ZoneOffset.UTC));
        params.put("id", id);
        params.put("limit", limit);
        return jdbc.sql(behind.figure().list(narrowed))
                .params(params)
                .query((row, n) -> new Counted(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getString("matter").lines().findFirst().orElse(""),
                        row.getString("state"),
                        row.getTimestamp("moment").toInstant()))
                .list();
    }

    private Map<String, Object> params(Actor actor, AppealReach reach, Period period) {
        Map<String, Object> params = new HashMap<>(reach.params());
        params.put("bureau", actor.bureau().value());
        params.put("from", period.begins(actor.zone()).atOffset(ZoneOffset.UTC));
        params.put("until", period.ends(actor.zone()).atOffset(ZoneOffset.UTC));
        params.put("now", clock.instant().atOffset(ZoneOffset.UTC));
        return params;
    }
}
