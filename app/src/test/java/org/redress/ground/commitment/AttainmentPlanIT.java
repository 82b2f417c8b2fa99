package org.redress.ground.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.ground.identity.Actor;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two hundred thousand clocks of three years: figures and what stands behind them come from one index. */
@RedressIT
@Tag("S2.2")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttainmentPlanIT {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Offices offices;

    private int bureau;

    @BeforeAll
    void fill() {
        Actor actor = offices.found();
        bureau = actor.bureau().value();
        jdbc.sql("""
                        insert into commitment.clock (bureau, id, subject_kind, subject, name, amount, unit, rule_code,
                          rule_jurisdiction, rule_version, calendar, warn_percent, started_at, due_at, late_since, ending, ended_at)
                        select ?, gen_random_uuid(), 'ticket', gen_random_uuid(), 'name' || n % 5, 1, 'ELAPSED_DAYS', 'rule' || n % 7,
                               'CN', 1, 'always', 20, now() - n * interval '8 minutes', now() - n * interval '8 minutes' + interval '1 day',
                               case when n % 9 = 0 then now() - n * interval '8 minutes' + interval '1 day' end,
                               case when n % 9 = 0 then 'LATE' when n % 11 = 0 then 'CANCELLED' else 'MET' end,
                               now() - n * interval '8 minutes' + interval '2 days'
                          from generate_series(1, 200000) n
                        """).param(bureau).update();
        jdbc.sql("vacuum analyze commitment.clock").update();
    }

    private String plan(String sql) {
        String bound = sql.replace(":bureau", Integer.toString(bureau))
                .replace(":edges::timestamptz[]", "array[now() - interval '60 days', now() - interval '30 days']")
                .replace(":clock", "'name2'")
                .replace(":rule", "'rule4'")
                .replace(":kind", "'ticket'")
                .replace(":from", "now() - interval '60 days'")
                .replace(":until", "now()")
                .replace(":kept", "false")
                .replace(":at", "(now() - interval '40 days')")
                .replace(":id", "'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid")
                .replace(":limit", "51");
        return String.join(
                "\n",
                jdbc.sql("explain (costs off) " + bound).query(String.class).list());
    }

    @Test
    void the_figures_of_months_are_a_range_of_an_index() {
        assertThat(plan(AttainmentRows.MONTHS))
                .as("from the index alone")
                .contains("Index Only Scan using clock_attained");
    }

    @Test
    void what_stands_behind_a_figure_comes_from_it_in_order() {
        assertThat(plan(AttainmentRows.BEHIND))
                .contains("clock_attained")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
    }

    @Test
    void what_can_be_measured_is_found_by_walking_over_it() {
        assertThat(plan(AttainmentRows.MEASURES))
                .contains("clock_attained")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
    }
}
