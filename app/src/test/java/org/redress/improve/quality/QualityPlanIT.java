package org.redress.improve.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.support.RedressIT;
import org.redress.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hundred thousand tickets of three years: the figures of a week and the tickets of a matter are read from their indexes. */
@RedressIT
@Tag("S5.4")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QualityPlanIT {

    @Autowired
    JdbcClient jdbc;

    private int bureau;

    @BeforeAll
    void fill() {
        bureau = TestDatabase.freshBureau();
        jdbc.sql("""
                        insert into quality.fact (bureau, ticket, number, version, kind, state, place, unit, type, received_at,
                                                  closed_at, answered_at, in_time, verdict, attribution, judged_at, reopened, reopened_at, subject)
                        select ?, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, n, 1,
                               case when n % 3 = 0 then 'ENQUIRY' else 'COMPLAINT' end, 'closed', 'place' || n % 300,
                               ('00000000-0000-0007-0000-00000000000' || n % 9)::uuid,
                               case when n % 40 > 0 then 'type' || n % 40 else '' end,
                               now() - n * interval '15 minutes', case when n > 500 then now() - n * interval '15 minutes' + interval '2 days' end,
                               now() - n * interval '15 minutes' + interval '1 day', n % 7 > 0,
                               case when n % 10 = 0 then 'UPHELD' else 'NOT_UPHELD' end, 'PROVIDER',
                               now() - n * interval '15 minutes' + interval '1 day', case when n % 50 = 0 then 1 else 0 end,
                               case when n % 50 = 0 then now() - n * interval '15 minutes' end, 's' || n % 97
                          from generate_series(1, 100000) n
                        """).param(bureau).update();
        jdbc.sql("vacuum analyze quality.fact").update();
        jdbc.sql("""
                        insert into quality.hot (bureau, id, place, type, unit, raised_at, measured_at, cooled_at, window_days,
                                                 spans, count, earlier, score, course)
                        select ?, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'place' || n % 300, 'type' || n % 40,
                               gen_random_uuid(), now(), now(), now() - n * interval '7 days', 7, 8, 1, 1, 1, '{}' from generate_series(1, 5000) n
                        """).param(bureau).update();
        jdbc.sql("""
                        insert into quality.review (bureau, id, week, state, prepared_by, prepared_at, held_at, closed_at, pack)
                        select :bureau, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
                               date '1900-01-01' + n * 7, 'CLOSED', gen_random_uuid(), now(), now(),
                               now() - n * interval '7 days', '{}' from generate_series(1, 4000) n
                        """).param("bureau", bureau).update();
        jdbc.sql("""
                        insert into quality.decision (bureau, id, number, review, what, owner, due_on, state, made_by, made_at,
                                                      ended_at)
                        select :bureau, gen_random_uuid(), n,
                               ('00000000-0000-7000-8000-' || lpad((1 + n % 4000)::text, 12, '0'))::uuid, 'w',
                               gen_random_uuid(), now(), case when n < 9 then 'OPEN' else 'DONE' end, gen_random_uuid(), now(),
                               case when n < 9 then null else now() - n * interval '7 days' end
                          from generate_series(1, 8000) n
                        """).param("bureau", bureau).update();
        for (String table : new String[] {"hot", "review", "decision"}) {
            jdbc.sql("vacuum analyze quality." + table).update();
        }
    }

    private String planOf(String sql, String... params) {
        String bound = sql;
        for (String param : params) {
            bound = bound.replaceFirst("\\?", param);
        }
        return String.join(
                "\n",
                jdbc.sql("explain (costs off) " + bound).query(String.class).list());
    }

    @Test
    void where_a_customer_may_be_named_is_found_without_reading_what_was_over_before_they_came() {
        String number = Integer.toString(bureau);
        assertThat(planOf(QualitySql.hotNotOver(), number, number, "(now() - interval '90 days')"))
                .contains("hot_cooled")
                .doesNotContain("Seq Scan");
        assertThat(planOf(QualitySql.reviewsNotOver(), number, number, "(now() - interval '90 days')"))
                .contains("review_held", "review_closed")
                .doesNotContain("Seq Scan");
        assertThat(planOf(QualitySql.decisionsNotOver(), number, number, "(now() - interval '90 days')"))
                .contains("decision_ended")
                .doesNotContain("Seq Scan");
    }

    private String plan(String sql) {
        String bound = sql.replace(":bureau", Integer.toString(bureau))
                .replace(":from", "(now() - interval '14 days')")
                .replace(":until", "(now() - interval '7 days')")
                .replace(":since", "(now() - interval '90 days')")
                .replace(":now::timestamptz", "now()")
                .replace(":now", "now()")
                .replace(":days", "7")
                .replace(":at", "now()")
                .replace(":ids", "array['00000000-0000-7000-8000-000000000042'::uuid]")
                .replace(":each", "10")
                .replace(":id", "'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid")
                .replace(":place", "'place7'")
                .replace(":type", "'type7'")
                .replace(":limit", "51");
        return String.join(
                "\n",
                jdbc.sql("explain (costs off) " + bound).query(String.class).list());
    }

    @Test
    void the_figures_of_a_week_are_ranges_of_indexes() {
        assertThat(plan(QualitySql.counts()))
                .contains("fact_received", "fact_closed", "fact_answered", "fact_judged", "fact_reopened")
                .doesNotContain("Seq Scan");
        assertThat(plan(QualitySql.cases()))
                .contains("fact_open", "fact_closed")
                .doesNotContain("Seq Scan");
    }

    @Test
    void heat_is_reckoned_from_one_index_as_far_back_as_it_looks() {
        assertThat(plan(QualitySql.cells())).contains("fact_failure").doesNotContain("Seq Scan");
    }

    @Test
    void the_tickets_behind_a_matter_come_from_an_index_in_order() {
        assertThat(plan(QualitySql.tickets("place7", "")))
                .contains("fact_place")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
        assertThat(plan(QualitySql.tickets("", "type7")))
                .contains("fact_type")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
    }

    @Test
    void the_words_of_subjects_are_looked_for_in_an_index_for_each_matter() {
        assertThat(plan(QualitySql.latest()))
                .contains("hot_pkey", "fact_subject")
                .doesNotContain("Seq Scan");
    }

    @Test
    void upheld_complaints_without_a_card_come_from_an_index_in_order() {
        assertThat(plan(QualitySql.due())).contains("fact_upheld").doesNotContain("Seq Scan on fact");
        assertThat(plan(QualitySql.laid())).contains("fact_upheld").doesNotContain("Seq Scan on fact");
    }
}
