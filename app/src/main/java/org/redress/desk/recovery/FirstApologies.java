package org.redress.desk.recovery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.UnitId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The time from when a failure was identified to the first apology, round the clock. A case counts once the apology was made,
 * or once it is late; one that is still within its limit does not count yet.
 */
@Component
public class FirstApologies {

    private static final String KIND = "reaction";

    /** One row for all and one for each department. */
    static final String FIGURES = """
            select unit, count(*) as cases,
                   count(*) filter (where state = 'MET' and not late) as in_time,
                   count(*) filter (where state in ('OPEN', 'MISSED')) as waiting,
                   percentile_disc(0.5) within group (order by
                     case when state = 'MET' then extract(epoch from ended_at - started_at)::float8
                          else 'infinity'::float8 end) as median
              from recovery.reaction_step
             where bureau = :bureau and step = 'APOLOGY' and started_at >= :from and started_at < :until
               and state <> 'SPARED' and (state <> 'OPEN' or due_at < :now)
             group by grouping sets ((), (unit))""";

    static final String LATE = """
            select count(*) from recovery.reaction_step where bureau = :bureau and state = 'OPEN' and due_at < :now""";

    private final JdbcClient jdbc;
    private final Clock clock;

    FirstApologies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The figure of some cases.
     *
     * @param inTime of these within the limit
     * @param waiting of these without an apology to this day
     * @param median null where there is no case, and where more than half of them never had an apology
     */
    public record Figure(
            long cases, long inTime, long waiting, @Nullable Duration median) {

        static final Figure NONE = new Figure(0, 0, 0, null);
    }

    /** The figures of all and by department, of the failures identified in a period. */
    public record Figures(Figure all, Map<UnitId, Figure> byUnit) {}

    public Figures between(Actor actor, Instant from, Instant until) {
        actor.require(Action.READ, KIND);
        Figure[] all = {Figure.NONE};
        Map<UnitId, Figure> byUnit = new HashMap<>();
        jdbc.sql(FIGURES)
                .param("bureau", actor.bureau().value())
                .param("from", Moments.at(from))
                .param("until", Moments.at(until))
                .param("now", Moments.at(clock.instant()))
                .query(row -> {
                    UUID unit = row.getObject("unit", UUID.class);
                    if (unit == null) {
                        all[0] = figure(row);
                    } else {
                        byUnit.put(new UnitId(unit), figure(row));
                    }
                });
        return new Figures(all[0], byUnit);
    }

    private static Figure figure(ResultSet row) throws SQLException {
        double median = row.getDouble("median");
        boolean known = !row.wasNull() && !Double.isInfinite(median);
        return new Figure(
                row.getLong("cases"),
                row.getLong("in_time"),
                row.getLong("waiting"),
                known ? Duration.ofSeconds(Math.round(median)) : null);
    }

    /** How many steps of the reaction, of whatever kind, are late now. */
    public long lateSteps(Actor actor) {
        actor.require(Action.READ, KIND);
        return jdbc.sql(LATE)
                .param("bureau", actor.bureau().value())
                .param("now", Moments.at(clock.instant()))
                .query(Long.class)
                .single();
    }
}
