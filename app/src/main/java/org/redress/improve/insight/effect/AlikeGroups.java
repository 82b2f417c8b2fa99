package org.redress.improve.insight.effect;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** With whom cases are compared: the groups of like customers behind {@link Matched}, and who is in them. */
@Component
class AlikeGroups {

    /** As {@link EffectSql#OTHERS} counts them, on the middle day of a month. */
    static final String OTHERS = """
            select c.customer, c.since, c.left_on, c.left_on is null or c.left_on > :day::date + :days as stayed
              from insight.effect_customer c
             where c.bureau = :bureau and c.segment = :segment and c.band = :band and c.customer > :after
               and c.since <= :day::date and (c.left_on is null or c.left_on > :day::date)
               and insight.tenure_band(c.since, :day::date) = :tenure
               and not (c.failed and (select true from insight.effect_case e
                                       where e.bureau = c.bureau and e.customer = c.customer and e.counts
                                         and e.failed_on <= :day::date and e.failed_on > :day::date - 365 limit 1) is not null)
             order by c.customer limit :limit
            """;

    private static final String NONE = "NONE";
    private static final Comparator<AlikeGroup> LATEST = Comparator.comparing(
                    (AlikeGroup one) -> one.cell().month())
            .reversed()
            .thenComparing(one -> one.cell().segment())
            .thenComparing(one -> one.cell().tenure())
            .thenComparing(one -> one.cell().band());

    private final JdbcClient jdbc;
    private final FigureRows rows;

    AlikeGroups(JdbcClient jdbc, FigureRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** A customer without a failure. */
    record Like(
            CustomerId customer, LocalDate since, @Nullable LocalDate left, boolean stayed) {}

    /** Every group with a case of this side, the latest month first; those without anybody like them too. */
    List<AlikeGroup> of(Actor actor, Side side, int days) {
        actor.require(Action.READ, RecoveryEffects.KIND);
        Figures figures = rows.read(actor.bureau());
        return figures.cells().entrySet().stream()
                .filter(one ->
                        one.getKey().side().equals(side.name()) && one.getKey().days() == days)
                .map(one -> {
                    Cell cell = one.getKey();
                    Count like =
                            cell.tenure() == 0 ? Count.NONE : figures.cells().getOrDefault(cell.of(NONE), Count.NONE);
                    return new AlikeGroup(
                            cell, one.getValue().n(), one.getValue().stayed(), like.n(), like.stayed());
                })
                .sorted(LATEST)
                .toList();
    }

    /** Customers of a group without a failure, for whoever may take figures out. */
    List<Like> others(Actor actor, Cell group, @Nullable UUID after, int limit) {
        actor.require(Action.EXPORT, RecoveryEffects.KIND);
        return jdbc.sql(OTHERS)
                .param("bureau", actor.bureau().value())
                .param("segment", group.segment())
                .param("band", group.band())
                .param("tenure", group.tenure())
                .param("day", group.month().withDayOfMonth(Reckoner.MIDDLE))
                .param("days", group.days())
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("limit", limit)
                .query((row, n) -> new Like(
                        new CustomerId(row.getObject("customer", UUID.class)),
                        row.getObject("since", LocalDate.class),
                        row.getObject("left_on", LocalDate.class),
                        row.getBoolean("stayed")))
                .list();
    }
}
