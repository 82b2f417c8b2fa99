package org.redress.desk.recovery.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.support.RedressIT;
import org.redress.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Thirty thousand compensations, two thirds of them by choice: what stands beside each other is read from indexes. */
@RedressIT
@Tag("S4.4")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoodwillPlanIT {

    private static final String ID = "'00000000-0000-7000-a000-000000000077'::uuid";

    @Autowired
    JdbcClient jdbc;

    private int bureau;

    @BeforeAll
    void fill() {
        bureau = TestDatabase.freshBureau();
        jdbc.sql("insert into recovery.book (bureau, currency) values (?, 'CNY')")
                .param(bureau)
                .update();
        jdbc.sql("""
                        insert into recovery.compensation (bureau, id, key, basis, ticket, customer, unit, type, giver, amount, currency,
                               day, proposed_at, failure, account)
                        select ?, gen_random_uuid(), 'k' || n, (array['OWED', 'GOODWILL', 'GOODWILL'])[1 + n % 3],
                               ('00000000-0000-7000-a000-' || lpad((n / 2)::text, 12, '0'))::uuid, gen_random_uuid(), gen_random_uuid(),
                               'bill-credit', gen_random_uuid(), 1, 'CNY', date '2026-01-01' + n % 300, now(),
                               ('00000000-0000-7000-a000-' || lpad((n / 100)::text, 12, '0'))::uuid,
                               case when n % 50 = 0 then 'PENDING' else 'POSTED' end
                          from generate_series(1, 30000) n
                        """).param(bureau).update();
        jdbc.sql("vacuum analyze recovery.compensation").update();
    }

    private String plan(String sql) {
        String bound = sql.replace(":bureau", Integer.toString(bureau))
                .replace(":tickets", "array[" + ID + "]")
                .replace(":failures", "array[" + ID + "]")
                .replace(":failure", ID)
                .replace(":key", "array['GOODWILL', 'RUN']")
                .replace(":day", "date '2026-06-01'")
                .replace(":after", ID)
                .replace(":limit", "51");
        return String.join(
                "\n",
                jdbc.sql("explain (costs off) " + bound).query(String.class).list());
    }

    @Test
    void what_was_given_on_joined_tickets_and_what_waits_for_a_failure_is_found_by_them() {
        assertThat(plan(CompensationBatches.ON_TICKETS))
                .contains("compensation_ticket")
                .doesNotContain("Seq Scan");
        assertThat(plan(CompensationBatches.PENDING))
                .contains("compensation_once")
                .doesNotContain("Seq Scan");
        assertThat(plan(CompensationBatches.STANDING))
                .contains("compensation_once")
                .doesNotContain("Seq Scan");
    }

    @Test
    void what_was_given_by_choice_in_all_years_is_paged_by_day() {
        String where = new LedgerFilter(Dimension.BASIS, "GOODWILL,RUN", null, null).where();
        assertThat(plan("select * from recovery.compensation where bureau = :bureau and " + where))
                .contains("compensation_day")
                .doesNotContain("Seq Scan", "Sort");
    }
}
