package org.redress.desk.recovery.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.support.RedressIT;
import org.redress.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Twenty thousand compensations and two thousand patterns: what is looked at for each new one is read from indexes. */
@RedressIT
@Tag("S4.3")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PatternPlanIT {

    private static final String SOMEBODY = "'00000000-0000-7000-8000-000000000007'";

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
                        insert into recovery.compensation (bureau, id, key, basis, customer, ticket, unit, type, giver, amount, currency, day,
                               proposed_at, account)
                        select :bureau, gen_random_uuid(), n::text, 'GOODWILL',
                               ('00000000-0000-7000-8000-' || lpad((n % 3000)::text, 12, '0'))::uuid,
                               ('00000000-0000-7000-8000-' || lpad((n / 2)::text, 12, '0'))::uuid, gen_random_uuid(), 'bill-credit',
                               ('00000000-0000-7000-8000-' || lpad((n % 90)::text, 12, '0'))::uuid, 30, 'CNY',
                               date '2026-11-30' - n % 365, now(), 'POSTED' from generate_series(1, 20000) n
                        """).param("bureau", bureau).update();
        jdbc.sql("""
                        insert into recovery.pattern (bureau, id, kind, subject, first_day, last_day, cases, amount, currency, bounds, state,
                               found_at, reviewed_by, reviewed_at)
                        select :bureau, gen_random_uuid(), 'AGAIN', gen_random_uuid(), current_date, current_date, 4, 10, 'CNY', '4 365',
                               case when n % 10 = 0 then 'OPEN' else 'DISMISSED' end, now() - n * interval '1 minute',
                               case when n % 10 = 0 then null else gen_random_uuid() end, case when n % 10 = 0 then null else now() end
                          from generate_series(1, 2000) n
                        """).param("bureau", bureau).update();
        for (String table : new String[] {"compensation", "pattern", "pattern_case"}) {
            jdbc.sql("vacuum analyze recovery." + table).update();
        }
    }

    private String plan(String sql) {
        String asked = sql.replace(":bureau", Integer.toString(bureau))
                .replace(":giver", SOMEBODY)
                .replace(":me", SOMEBODY)
                .replace(":tickets", "array[" + SOMEBODY + "::uuid]")
                .replace(":customers", "array[" + SOMEBODY + "::uuid]")
                .replace(":customer", SOMEBODY)
                .replace(":since", "date '2026-11-01'")
                .replace(":from", "90")
                .replace(":until", "100")
                .replace(":kind", "'AGAIN'")
                .replace(":subject", SOMEBODY)
                .replace(":most", "200")
                .replace(":at", "now()")
                .replace(":id", "'ffffffff-ffff-ffff-ffff-ffffffffffff'")
                .replace(":limit", "51");
        return String.join(
                "\n",
                jdbc.sql("explain (costs off) " + asked).query(String.class).list());
    }

    @Test
    void what_somebody_gave_and_somebody_got_is_found_in_indexes() {
        assertThat(plan(GivenRows.OF_GIVER)).contains("compensation_giver").doesNotContain("Seq Scan on compensation");
        assertThat(plan(GivenRows.OF_CUSTOMERS))
                .contains("compensation_customer")
                .doesNotContain("Seq Scan on compensation");
    }

    @Test
    void what_customers_got_on_joined_tickets_is_found_by_the_tickets() {
        assertThat(plan(GivenRows.ON_SEVERAL)).contains("compensation_ticket").doesNotContain("Seq Scan");
        assertThat(plan(GivenRows.OF_TICKETS))
                .containsAnyOf("compensation_ticket", "compensation_customer")
                .doesNotContain("Seq Scan on compensation");
    }

    @Test
    void both_lists_are_read_in_the_order_of_their_index() {
        assertThat(plan(PatternRows.OPEN)).contains("pattern_found").doesNotContain("Sort");
        assertThat(plan(PatternRows.REVIEWED)).contains("pattern_reviewed").doesNotContain("Sort");
    }
}
