package org.redress.desk.recovery.install;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.support.RedressIT;
import org.redress.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Twenty thousand installations, forty of which wait for a second person: lists read what they show. */
@RedressIT
@Tag("S4.3")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstallPlanIT {

    @Autowired
    JdbcClient jdbc;

    private int bureau;

    @BeforeAll
    void fill() {
        bureau = TestDatabase.freshBureau();
        jdbc.sql("""
                        insert into recovery.install (bureau, id, number, customer, unit, fees, currency, ordered, due, entered_by,
                               entered_at, version, wished)
                        select :bureau, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'N' || n, gen_random_uuid(),
                               gen_random_uuid(), 100, 'CNY', date '2026-01-01', date '2026-01-01' + n % 300, gen_random_uuid(), now(), 2,
                               case when n % 500 = 0 then 2 when n % 3 = 0 then 1 end
                          from generate_series(1, 20000) n
                        """).param("bureau", bureau).update();
        jdbc.sql("""
                        insert into recovery.install_wish (bureau, install, version, wished_by, done, ours, wished_at)
                        select bureau, id, wished, gen_random_uuid(), due, true, now() from recovery.install
                         where bureau = :bureau and wished is not null
                        """).param("bureau", bureau).update();
        for (String table : new String[] {"install", "install_wish"}) {
            jdbc.sql("vacuum analyze recovery." + table).update();
        }
    }

    private String plan(String sql) {
        String bound = sql.replace(":bureau", Integer.toString(bureau))
                .replace(":installs", "array['00000000-0000-7000-8000-000000000500'::uuid]")
                .replace(":due", "date '2026-03-01'")
                .replace(":id", "'00000000-0000-7000-8000-000000000500'::uuid")
                .replace(":gone", "array['00000000-0000-7000-8000-000000000001'::uuid]")
                .replace(":staff", "'00000000-0000-7000-8000-000000000001'::uuid")
                .replace(":customer", "'00000000-0000-7000-8000-000000000001'::uuid")
                .replace(":currency", "'CNY'")
                .replace(":day", "date '2026-03-01'")
                .replace(":from", "date '2026-01-01'")
                .replace(":until", "date '2027-01-01'")
                .replace(":limit", "51");
        return String.join(
                "\n",
                jdbc.sql("explain (costs off) " + bound).query(String.class).list());
    }

    @Test
    void what_somebody_has_brought_in_a_day_and_a_customer_in_a_year_is_read_from_indexes() {
        assertThat(plan(WordRows.ALONE_ON)).contains("install_word").doesNotContain("Seq Scan");
        assertThat(plan(WordRows.IN_YEAR)).contains("install_customer").doesNotContain("Seq Scan");
    }

    @Test
    void those_that_wait_for_a_second_person_are_listed_and_counted_without_reading_the_others() {
        assertThat(plan(InstallRows.WAITING)).contains("install_waiting").doesNotContain("Seq Scan", "Sort");
        assertThat(plan(InstallRows.WAITING_COUNT)).contains("install_waiting").doesNotContain("Seq Scan");
        assertThat(plan(InstallWishRows.AUTHORS)).contains("install_waiting").doesNotContain("Seq Scan");
        assertThat(plan(InstallWishRows.WAITING)).contains("install_wish_pkey").doesNotContain("Seq Scan");
    }

    @Test
    void all_are_listed_in_the_order_of_their_index() {
        assertThat(plan(InstallRows.LIST)).contains("install_due").doesNotContain("Seq Scan", "Sort");
    }
}
