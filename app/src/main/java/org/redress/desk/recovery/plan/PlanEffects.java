package org.redress.desk.recovery.plan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.followup.FollowUps;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.rulebook.Rulebook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares plans that were followed with those that differed, and lists those that did with what became of them. */
@Component
public class PlanEffects {

    static final String WINDOW = "plan.compare.window";
    static final String MINIMUM = "plan.compare.minimum";

    /** Plans of which the result is known. */
    static final String KNOWN = """
            select followed, count(*) as plans,
                   count(*) filter (where came_back or consent = 'NOT_CONTENT' or elsewhere_at is not null) as failed
              from recovery.plan
             where bureau = :bureau and superseded_at is null and resolved_at >= :since
             group by followed""";

    /** Their tickets, the latest first: marks are asked for so many at most. */
    static final String TICKETS = """
            select ticket, followed from recovery.plan
             where bureau = :bureau and superseded_at is null and resolved_at >= :since
             order by resolved_at desc limit :limit""";

    private static final int MOST_MARKS = 5_000;
    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");
    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final JdbcClient jdbc;
    private final PlanRows rows;
    private final Rulebook rulebook;
    private final FollowUps followUps;
    private final Clock clock;

    PlanEffects(JdbcClient jdbc, PlanRows rows, Rulebook rulebook, FollowUps followUps, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.rulebook = rulebook;
        this.followUps = followUps;
        this.clock = clock;
    }

    public Comparison compare(Actor actor) {
        actor.require(Action.READ, Plans.KIND);
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, actor.zone());
        int days = rulebook.days(actor.bureau(), WINDOW, today);
        Instant since = now.minus(Duration.ofDays(days));
        Map<Boolean, long[]> counts = new HashMap<>();
        jdbc.sql(KNOWN)
                .param("bureau", actor.bureau().value())
                .param("since", PlanRows.utc(since))
                .query(row -> {
                    counts.put(row.getBoolean("followed"), new long[] {row.getLong("plans"), row.getLong("failed")});
                });
        Map<Boolean, Comparison.Marks> given = marks(actor, since);
        return new Comparison(
                side(counts, given, true),
                side(counts, given, false),
                rulebook.count(actor.bureau(), MINIMUM, today),
                days);
    }

    private static Comparison.Side side(
            Map<Boolean, long[]> counts, Map<Boolean, Comparison.Marks> marks, boolean followed) {
        long[] count = counts.getOrDefault(followed, new long[2]);
        return new Comparison.Side(count[0], count[1], marks.getOrDefault(followed, Comparison.Marks.NONE));
    }

    private Map<Boolean, Comparison.Marks> marks(Actor actor, Instant since) {
        record Planned(TicketId ticket, boolean followed) {}
        List<Planned> planned = jdbc.sql(TICKETS)
                .param("bureau", actor.bureau().value())
                .param("since", PlanRows.utc(since))
                .param("limit", MOST_MARKS)
                .query((row, n) -> new Planned(new TicketId(row.getObject(1, UUID.class)), row.getBoolean(2)))
                .list();
        List<TicketId> tickets = planned.stream().map(Planned::ticket).toList();
        Map<TicketId, Integer> given = followUps.recoveryMarks(actor, tickets);
        return planned.stream()
                .collect(Collectors.groupingBy(
                        Planned::followed,
                        Collectors.collectingAndThen(
                                Collectors.flatMapping(
                                        one -> Stream.ofNullable(given.get(one.ticket())),
                                        Collectors.toCollection(ArrayList::new)),
                                Comparison.Marks::of)));
    }

    /** Plans that differ from what was offered, the latest first, after the last one seen. */
    public List<RecoveryPlan> differed(Actor actor, @Nullable Instant at, @Nullable UUID id, int limit) {
        actor.require(Action.READ, Plans.KIND);
        return rows.list(
                actor.bureau(),
                PlanRows.DIFFERED,
                Map.of("at", PlanRows.utc(at == null ? FAR : at), "id", id == null ? LAST : id, "limit", limit));
    }
}
