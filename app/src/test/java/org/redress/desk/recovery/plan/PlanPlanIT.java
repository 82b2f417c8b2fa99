package org.redress.desk.recovery.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.support.RedressIT;
import org.redress.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sixty thousand plans of years: a ticket's own, those with a result, and those that differed come from indexes. */
@RedressIT
@Tag("S4.4")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanPlanIT {

    @Autowired
    JdbcClient jdbc;

    private int bureau;

    @BeforeAll
    void fill() {
        bureau = TestDatabase.freshBureau();
        jdbc.sql("""
                        insert into recovery.plan (bureau, id, ticket, customer, number, failure, family, repeated, mood, asked,
                               followed, reason, made_by, post, made_at, reopened_before, resolved_at)
                        select :bureau, gen_random_uuid(), ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
                               ('00000000-0000-7000-9000-' || lpad((n / 3)::text, 12, '0'))::uuid, 1, 'OUTCOME', 'LINE', false,
                               'CALM', true, n % 5 > 0, case when n % 5 = 0 then 'w' else '' end, gen_random_uuid(), 'agent',
                               now() - n * interval '20 minutes', 0,
                               case when n % 7 > 0 then now() - n * interval '20 minutes' + interval '2 days' end
                          from generate_series(1, 60000) n
                        """).param("bureau", bureau).update();
        jdbc.sql("""
                        insert into recovery.voice (bureau, id, ticket, said, words, asked_by, asked_at)
                        select :bureau, gen_random_uuid(), ('00000000-0000-7000-8000-' || lpad((n / 2)::text, 12, '0'))::uuid,
                               'WANTS', 'w', gen_random_uuid(), now() - n * interval '20 minutes'
                          from generate_series(1, 60000) n
                        """).param("bureau", bureau).update();
        jdbc.sql("vacuum analyze recovery.plan").update();
        jdbc.sql("vacuum analyze recovery.voice").update();
    }

    private String plan(String sql) {
        String bound = sql.replace(":bureau", Integer.toString(bureau))
                .replace(":since", "(now() - interval '90 days')")
                .replace(":tickets", "array['00000000-0000-7000-8000-000000000077'::uuid]")
                .replace(":ticket", "'00000000-0000-7000-8000-000000000077'::uuid")
                .replace(":at", "now()")
                .replace(":id", "'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid")
                .replace(":limit", "51");
        return String.join(
                "\n",
                jdbc.sql("explain (costs off) " + bound).query(String.class).list());
    }

    @Test
    void the_plans_of_a_ticket_and_those_of_many_come_from_their_indexes() {
        assertThat(plan("select * from recovery.plan where bureau = :bureau and " + PlanRows.OF_TICKET))
                .contains("plan_bureau_ticket_number_key")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
        assertThat(plan(PlanOutcomes.PLANNED))
                .containsAnyOf("plan_current", "plan_bureau_ticket_number_key")
                .doesNotContain("Seq Scan");
    }

    @Test
    void plans_with_a_result_are_counted_from_an_index_alone() {
        assertThat(plan(PlanEffects.KNOWN))
                .contains("Index Only Scan", "plan_known")
                .doesNotContain("Seq Scan");
    }

    @Test
    void plans_that_differed_come_from_their_index_in_order() {
        assertThat(plan("select * from recovery.plan where bureau = :bureau and " + PlanRows.DIFFERED))
                .contains("plan_differed")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
    }

    @Test
    void plans_of_a_customer_are_found_by_an_index() {
        assertThat(plan("""
                        select id from recovery.plan
                         where bureau = :bureau and customer = :ticket and superseded_at is null and made_at < :at""")).contains("plan_customer").doesNotContain("Seq Scan");
    }

    @Test
    void what_the_customer_of_a_ticket_wants_comes_from_an_index_in_order() {
        assertThat(plan("""
                        select * from recovery.voice
                         where bureau = :bureau and ticket = :ticket order by asked_at desc, id desc limit :limit"""))
                .contains("voice_ticket")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
    }
}
