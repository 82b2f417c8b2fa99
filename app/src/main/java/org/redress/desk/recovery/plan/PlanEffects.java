package org.redress.desk.recovery.plan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.rulebook.Rulebook;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares plans that were followed with those that differed, and lists those that did with what became of them. */
@Component
public class PlanEffects {

    static final String WINDOW = "plan.compare.window";
    static final String MINIMUM = "plan.compare.minimum";

    /** Plans of which the result is known, also of those that came to it before another one took their place. */
    static final String KNOWN = """
            select followed, count(*) as plans,
                   count(*) filter (where came_back or consent = 'NOT_CONTENT' or elsewhere_at is not null) as failed,
                   count(mark) as marks, coalesce(sum(mark), 0) as sum, coalesce(sum(mark * mark), 0) as squares
              from recovery.plan
             where bureau = :bureau and resolved_at >= :since
               and (superseded_at is null or resolved_at <= superseded_at)
             group by followed""";

    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");
    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final JdbcClient jdbc;
    private final PlanRows rows;
    private final Rulebook rulebook;
    private final Clock clock;

    PlanEffects(JdbcClient jdbc, PlanRows rows, Rulebook rulebook, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    public Comparison compare(Actor actor) {
        actor.require(Action.READ, Plans.KIND);
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, actor.zone());
        int days = rulebook.days(actor.bureau(), WINDOW, today);
        Instant since = now.minus(Duration.ofDays(days));
        Map<Boolean, Comparison.Side> sides = new HashMap<>();
        jdbc.sql(KNOWN)
                .param("bureau", actor.bureau().value())
                .param("since", Moments.at(since))
                .query(row -> {
                    sides.put(
                            row.getBoolean("followed"),
                            new Comparison.Side(
                                    row.getLong("plans"),
                                    row.getLong("failed"),
                                    new Comparison.Marks(
                                            row.getLong("marks"), row.getLong("sum"), row.getLong("squares"))));
                });
        return new Comparison(
                sides.getOrDefault(true, Comparison.Side.NONE),
                sides.getOrDefault(false, Comparison.Side.NONE),
                rulebook.count(actor.bureau(), MINIMUM, today),
                days);
    }

    /** Plans that differ from what was offered, the latest first, after the last one seen. */
    public List<RecoveryPlan> differed(Actor actor, @Nullable Instant at, @Nullable UUID id, int limit) {
        actor.require(Action.READ, Plans.KIND);
        return rows.list(
                actor.bureau(),
                PlanRows.DIFFERED,
                Map.of("at", Moments.at(at == null ? FAR : at), "id", id == null ? LAST : id, "limit", limit));
    }
}
