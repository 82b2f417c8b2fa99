package org.redress.improve.insight.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actor;
import org.redress.improve.insight.Cause;
import org.redress.improve.insight.CauseId;
import org.redress.improve.insight.Causes;
import org.redress.improve.insight.Places;
import org.redress.improve.insight.SomeFacts;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** A hundred thousand tickets of a year: what a page asks is answered from an index. */
@RedressIT
class BoardPlanIT {

    private static final int ROWS = 100_000;

    @Autowired
    Offices offices;

    @Autowired
    Causes causes;

    @Autowired
    Places places;

    @Autowired
    BoardRows rows;

    @Autowired
    SomeFacts facts;

    @Autowired
    NamedParameterJdbcTemplate jdbc;

    @Autowired
    Clock clock;

    private Actor actor;
    private List<CauseId> all;
    private BoardFilter month;

    @BeforeEach
    void fill() {
        actor = offices.found();
        all = causes.offered(actor).stream()
                .filter(cause -> cause.depth() == 1)
                .map(Cause::id)
                .limit(10)
                .toList();
        facts.fill(actor, all, ROWS, clock.instant());
        LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
        month = new BoardFilter(today.minusDays(30), today, null, null, null, null, null, Map.of());
    }

    private String plan(String sql, Map<String, Object> parameters) {
        return String.join("\n", jdbc.queryForList("explain (costs off) " + sql, parameters, String.class));
    }

    @Test
    void figures_and_lists_of_a_period_read_indexes_and_are_exact() {
        String counts = plan(
                "select f.cause, count(*) from insight.fact f where " + month.where()
                        + " and f.cause is not null group by f.cause",
                month.parameters(actor));
        assertThat(counts).contains("Index Cond").contains("received_at").doesNotContain("Seq Scan");
        String byType = plan(
                "select f.failure_type, count(*) from insight.fact f where " + month.where()
                        + " and f.channel = 'WEB' group by f.failure_type",
                month.parameters(actor));
        assertThat(byType).contains("Index Only Scan using fact_received").doesNotContain("Seq Scan");

        Slice slice = new Slice.One(all.getFirst().value().toString());
        Map<String, Object> parameters = new HashMap<>(month.parameters(actor));
        parameters.putAll(slice.parameters(By.CAUSE));
        String list = plan(
                "select f.ticket from insight.fact f where " + month.where() + " and " + slice.where(By.CAUSE)
                        + " order by f.received_at desc, f.ticket desc limit 14",
                parameters);
        assertThat(list).contains("using fact_cause").doesNotContain("Seq Scan").doesNotContain("Sort");

        String everything = plan(
                "select f.ticket from insight.fact f where " + month.where()
                        + " and f.cause is not null order by f.received_at desc, f.ticket desc limit 14",
                month.parameters(actor));
        assertThat(everything).contains("Index").doesNotContain("Seq Scan").doesNotContain("Sort");

        List<BoardRows.Count> found = rows.counts(actor, month, By.CAUSE);
        Slice.One first = new Slice.One(found.getFirst().value());
        assertThat(rows.count(actor, month, By.CAUSE, first))
                .isEqualTo(found.getFirst().now());
        assertThat(found.stream().mapToLong(BoardRows.Count::now).sum())
                .isEqualTo(rows.count(actor, month, By.CAUSE, new Slice.Named()))
                .isBetween(7_000L, 9_000L);
        assertThat(places.list(actor, 100)).hasSize(10).startsWith("place-0", "place-1");
    }
}
