package org.redress.desk.recovery.followup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.support.RedressIT;
import org.redress.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hundred thousand questionnaires: what is due, what waits and what came is read from indexes, in order. */
@RedressIT
@Tag("S4.5")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowUpPlanIT {

    @Autowired
    JdbcClient jdbc;

    private int bureau;

    @BeforeAll
    void fill() {
        bureau = TestDatabase.freshBureau();
        jdbc.sql("""
                        insert into recovery.follow_up (bureau, id, ticket, customer, state, closed_at, next_at, asked_at, expires_at,
                                                        recovery, service, answered_at, bad, callback, opened_at, assigned)
                        select ?, id, id, ('00000000-0000-7000-8000-' || lpad((n / 3)::text, 12, '0'))::uuid,
                               case n % 100 when 0 then 'PLANNED' when 1 then 'ASKED' when 2 then 'UNREACHED' else 'ANSWERED' end, at,
                               case when n % 100 < 2 then at + interval '5 days' end,
                               case when n % 100 not in (0, 2) then at end, case when n % 100 not in (0, 2) then at + interval '14 days' end,
                               4, 4, case when n % 100 > 2 then at end, n % 100 = 3, case when n % 200 = 3 then 'OPEN' end,
                               case when n % 200 = 3 then at end, case when n % 200 = 3 then id end
                          from generate_series(1, 100000) n,
                               lateral (select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid as id,
                                               now() - n * interval '5 minutes' as at) x
                        """).param(bureau).update();
        // Before anything points at it: keys are checked by plans that were made when the table was empty.
        jdbc.sql("vacuum analyze recovery.follow_up").update();
        jdbc.sql("""
                        insert into recovery.follow_up_step (bureau, follow_up, at, staff, what)
                        select bureau, id, closed_at, id, 'PLANNED' from recovery.follow_up where bureau = ?
                        """).param(bureau).update();
        jdbc.sql("vacuum analyze recovery.follow_up_step").update();
        jdbc.sql("""
                        insert into recovery.answer_link (bureau, hash, follow_up, made_at)
                        select bureau, uuid_send(id), id, closed_at from recovery.follow_up where bureau = ?
                        """).param(bureau).update();
        jdbc.sql("vacuum analyze recovery.answer_link").update();
    }

    private String plan(String sql) {
        String id = "'00000000-0000-7000-8000-000000000007'::uuid";
        String bound = sql.replace(":bureau", Integer.toString(bureau))
                .replace(":now", "now()")
                .replace(":since", "now()")
                .replace(":customer", id)
                .replace(":tickets", "array[" + id + "]")
                .replace(":ticket", id)
                .replace(":people", "array[" + id + "]")
                .replace(":me", id)
                .replace(":after", id)
                .replace(":at", "now() - interval '90 days'")
                .replace(":limit", "50");
        return String.join(
                "\n",
                jdbc.sql("explain (costs off) " + bound).query(String.class).list());
    }

    private String list(String condition) {
        return plan(FollowUpRows.SELECT + condition);
    }

    @Test
    void what_is_due_by_itself_comes_from_a_partial_index_in_order() {
        assertThat(plan(FollowUpRows.DUE)).contains("follow_up_due").doesNotContain("Seq Scan", "Sort");
        assertThat(plan(FollowUpRows.LATELY)).contains("follow_up_customer").doesNotContain("Seq Scan");
    }

    @Test
    void old_links_are_forgotten_in_the_order_of_their_index() {
        String purge = AnswerLinks.PURGE
                .replaceFirst("\\?", Integer.toString(bureau))
                .replaceFirst("\\?", "now() - interval '300 days'")
                .replaceFirst("\\?", "100");
        assertThat(plan(purge)).contains("answer_link_made", "answer_link_pkey").doesNotContain("Seq Scan", "Sort");
    }

    @Test
    void each_list_comes_from_its_index_in_order() {
        assertThat(list(FollowUpLists.CALLS)).contains("follow_up_callback").doesNotContain("Seq Scan", "Sort");
        assertThat(list(FollowUpLists.MINE)).doesNotContain("Seq Scan");
        assertThat(list(FollowUpLists.TO_ASK)).contains("follow_up_unreached").doesNotContain("Seq Scan", "Sort");
        assertThat(list(FollowUpLists.ANSWERS)).contains("follow_up_answered").doesNotContain("Seq Scan", "Sort");
        assertThat(list(FollowUpLists.BAD)).contains("follow_up_bad").doesNotContain("Seq Scan", "Sort");
    }

    @Test
    void those_of_tickets_and_who_has_how_many_calls_come_from_indexes() {
        assertThat(plan(FollowUpRows.OF)).contains("Index").doesNotContain("Seq Scan");
        assertThat(plan(Callbacks.LOADS)).doesNotContain("Seq Scan");
        assertThat(list("customer = :customer for update")).contains("follow_up_customer");
    }
}
