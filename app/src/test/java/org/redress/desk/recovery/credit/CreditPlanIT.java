package org.redress.desk.recovery.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.support.RedressIT;
import org.redress.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Three hundred runs, the first of them over twenty thousand customers: lists and look-ups are read from their indexes. */
@RedressIT
@Tag("S4.3")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CreditPlanIT {

    private static final String RUN = "'00000000-0000-7000-8000-000000000001'";

    @Autowired
    JdbcClient jdbc;

    private int bureau;

    @BeforeAll
    void fill() {
        bureau = TestDatabase.freshBureau();
        jdbc.sql("""
                        insert into recovery.credit_run (bureau, id, problem, place, reason, began_at, ended_at, unit, currency, percent,
                               state, proposed_by, proposed_at)
                        select :bureau, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, gen_random_uuid(), 'x', 'x',
                               now() - interval '2 days', now() - interval '1 day', gen_random_uuid(), 'CNY', 20, 'PROPOSED',
                               gen_random_uuid(), now() - n * interval '1 hour' from generate_series(1, 300) n
                        """).param("bureau", bureau).update();
        jdbc.sql("vacuum analyze recovery.credit_run").update();
        jdbc.sql("""
                        insert into recovery.credit_line (bureau, run, line, customer, label, rent, statutory, sum, times, compensation)
                        select :bureau, id, gen_random_uuid(), ('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid, 'x', 30,
                               true, 3, '{}', gen_random_uuid()
                          from recovery.credit_run, generate_series(1, 20000) n
                         where bureau = :bureau and id = '00000000-0000-7000-8000-000000000001'
                        """).param("bureau", bureau).update();
        jdbc.sql("""
                        insert into recovery.credit_share (bureau, run, customer, id, lines, monthly, statutory, rent, extra, compensation,
                               told)
                        select :bureau, run, customer, gen_random_uuid(), 1, 30, 3, 0, 0.6, gen_random_uuid(),
                               case when random() < 0.95 then 'SENT' end
                          from recovery.credit_line where bureau = :bureau
                        """).param("bureau", bureau).update();
        jdbc.sql("""
                        insert into recovery.credit_share (bureau, run, customer, id, lines, monthly, statutory, rent, extra, compensation,
                               told)
                        select :bureau, id, ('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid, gen_random_uuid(), 1, 30, 3, 0,
                               0.6, gen_random_uuid(), case when n % 50 = 0 then 'UNDELIVERED' else 'SENT' end
                          from recovery.credit_run, generate_series(1, 200) n
                         where bureau = :bureau and id <> '00000000-0000-7000-8000-000000000001'
                        """).param("bureau", bureau).update();
        for (String table : new String[] {"credit_line", "credit_share"}) {
            jdbc.sql("vacuum analyze recovery." + table).update();
        }
    }

    private String plan(String sql) {
        return plan(sql, RUN);
    }

    private String plan(String sql, String run) {
        String asked = sql.replace(":bureau", Integer.toString(bureau))
                .replace(":run", run)
                .replace(":percent", "10")
                .replace(":least", "100")
                .replace(":after", "'00000000-0000-7000-9000-000000000042'")
                .replace(":customers", "array['00000000-0000-7000-9000-000000000042'::uuid]")
                .replace(":customer", "'00000000-0000-7000-9000-000000000042'")
                .replace(":problems", "array['00000000-0000-7000-9000-000000000042'::uuid]")
                .replace(":line", "'00000000-0000-7000-9000-000000000042'")
                .replace(":from", "now()")
                .replace(":until", "now()")
                .replace(":since", "now()")
                .replace(":without", "array['00000000-0000-7000-9000-000000000042'::uuid]")
                .replace(":staff", "'00000000-0000-7000-9000-000000000042'")
                .replace(":at", "now()")
                .replace(":id", "'ffffffff-ffff-ffff-ffff-ffffffffffff'")
                .replace(":limit", "100");
        return String.join(
                "\n",
                jdbc.sql("explain (costs off) " + asked).query(String.class).list());
    }

    @Test
    void runs_are_listed_in_the_order_of_their_index() {
        assertThat(plan(CreditRows.LIST))
                .contains("credit_run_when")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
        assertThat(plan(CreditRows.OF_PROBLEMS)).contains("credit_run_once").doesNotContain("Seq Scan");
    }

    @Test
    void who_is_asked_and_who_was_not_reached_is_found_among_those_of_the_run() {
        String one = "'00000000-0000-7000-8000-000000000007'";
        assertThat(plan(ShareRows.SAMPLE, one)).contains("Index").doesNotContain("Seq Scan on credit_share");
        assertThat(plan(ShareRows.UNREACHED, one))
                .contains("credit_share_unreached")
                .doesNotContain("Seq Scan", "Sort");
    }

    @Test
    void customers_are_paged_and_found_without_reading_the_others() {
        assertThat(plan(ShareRows.PAGE))
                .contains("Index")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
        assertThat(plan(ShareRows.UNTOLD)).contains("credit_share_untold").doesNotContain("Seq Scan");
        assertThat(plan(ShareRows.UNTOLD_BACK)).contains("Index").doesNotContain("Seq Scan", "Sort");
        assertThat(plan(CreditLineRows.OF_CUSTOMERS))
                .contains("credit_line_customer")
                .doesNotContain("Seq Scan on credit_line");
        assertThat(plan(CreditLineRows.CREDITED))
                .contains("credit_line_pkey")
                .doesNotContain("Seq Scan on credit_line")
                .doesNotContain("Seq Scan on credit_share");
        assertThat(plan(ShareRows.OWN)).doesNotContain("Seq Scan on credit_share");
        assertThat(plan(ShareRows.OF_CUSTOMERS)).contains("Index").doesNotContain("Seq Scan");
        for (String sql : List.of(ShareRows.HIT, CreditedPanel.OF_CUSTOMER, CreditedBefore.OF_CUSTOMER)) {
            assertThat(plan(sql)).contains("credit_share_of").doesNotContain("Seq Scan on credit_share");
        }
    }
}
