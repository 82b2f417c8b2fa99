package org.redress.desk.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.desk.appeal.chain.AppealStatements;
import org.redress.desk.appeal.hotline.DispatchStatements;
import org.redress.desk.appeal.report.ReportStatements;
import org.redress.support.RedressIT;
import org.redress.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Thirty thousand appeals and dispatches of many years: lists and figures are read from their indexes. */
@RedressIT
@Tag("S5.1")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppealPlanIT {

    @Autowired
    JdbcClient jdbc;

    private int bureau;

    @BeforeAll
    void fill() {
        bureau = TestDatabase.freshBureau();
        jdbc.sql("""
                        insert into appeal.appeal
                          (bureau, id, number, ticket, reference, state, handler, unit, appellant, reach, dispute, matter, claim,
                           occurred_on, complained_on, first_answer, settled_before, handled_before, elsewhere, received_on,
                           received_at, due_at, reply_due, reply_in_time, refusals, ended_at)
                        select :bureau, gen_random_uuid(), n, gen_random_uuid(), '', case when n > 29900 then 'FORWARDED' else 'DECIDED' end,
                               gen_random_uuid(), gen_random_uuid(), 'x', 'x', 'FEES', 'x', 'x', date '2016-01-01',
                               date '2016-01-01', 'NONE', false, false, false, date '2016-01-01',
                               now() - (30000 - n) * interval '3 hours',
                               case when n > 29900 then now() + n * interval '1 minute' end,
                               now() - (30000 - n) * interval '3 hours' + interval '10 days', n % 5 > 0, '{}',
                               case when n <= 29900 then now() - (30000 - n) * interval '3 hours' + interval '20 days' end
                          from generate_series(1, 30000) n
                        """).param("bureau", bureau).update();
        // Foreign keys of a table that seems empty are checked by reading it.
        jdbc.sql("analyze appeal.appeal").update();
        jdbc.sql("""
                        insert into appeal.appeal_step (bureau, appeal, what, at, staff, words)
                        select a.bureau, a.id, what, a.received_at, a.handler, '' from appeal.appeal a,
                               unnest(array['RECEIVE', 'ACCEPT', 'FORWARD', 'REPLY', 'DECIDE', 'ASK', 'AGREE', 'FAIL', 'REFUSE']) what
                         where a.bureau = :bureau
                        """).param("bureau", bureau).update();
        jdbc.sql("""
                        insert into appeal.dispatch (bureau, id, number, urgency, ticket, contact, state, matter, handler, unit,
                                                     received_at, sign_due, signed_at, signed_in_time, closed_at)
                        select :bureau, gen_random_uuid(), n::text, 'URGENT', gen_random_uuid(), gen_random_uuid(),
                               case when n > 29900 then 'SIGNED' else 'CLOSED' end, 'x', gen_random_uuid(), gen_random_uuid(),
                               now() - (30000 - n) * interval '3 hours', now() - (30000 - n) * interval '3 hours' + interval '1 hour',
                               now(), true, case when n <= 29900 then now() - (30000 - n) * interval '3 hours' end
                          from generate_series(1, 30000) n
                        """).param("bureau", bureau).update();
        jdbc.sql("analyze appeal.dispatch").update();
        jdbc.sql("""
                        insert into appeal.dispatch_step (bureau, dispatch, what, at, staff, words)
                        select a.bureau, a.id, what, a.received_at, a.handler, '' from appeal.dispatch a,
                               unnest(array['RECEIVE', 'SIGN', 'ANSWER', 'CONTENT', 'SEND_BACK', 'GIVE_UP', 'UNREACHED']) what
                         where a.bureau = :bureau
                        """).param("bureau", bureau).update();
        jdbc.sql("vacuum analyze appeal.appeal, appeal.appeal_step, appeal.dispatch, appeal.dispatch_step")
                .update();
    }

    private String plan(String sql) {
        String bound = sql.replace(":bureau", Integer.toString(bureau))
                .replace(":from", "(now() - interval '30 days')")
                .replace(":until", "now()")
                .replace(":now", "now()")
                .replace(":at", "now() - interval '20 days'")
                .replace(":id", "'00000000-0000-0000-0000-000000000000'::uuid")
                .replace(":limit", "51");
        return String.join(
                "\n",
                jdbc.sql("explain (costs off) " + bound).query(String.class).list());
    }

    @Test
    void a_list_is_read_in_the_order_of_its_index() {
        assertThat(plan(AppealStatements.OPEN)).contains("appeal_open").doesNotContain("Sort", "Seq Scan");
        assertThat(plan(AppealStatements.ENDED)).contains("appeal_ended").doesNotContain("Sort", "Seq Scan");
        assertThat(plan(DispatchStatements.OPEN)).contains("dispatch_open").doesNotContain("Sort", "Seq Scan");
        assertThat(plan(DispatchStatements.CLOSED)).contains("dispatch_closed").doesNotContain("Sort", "Seq Scan");
    }

    @Test
    void no_figure_of_the_report_reads_a_whole_table() {
        for (String statement : ReportStatements.all()) {
            assertThat(plan(statement)).as(statement).contains("Index").doesNotContain("Seq Scan");
        }
    }
}
