package org.redress.desk.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.support.RedressIT;
import org.redress.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Four thousand outages, four hundred of them with their lines, and faults with waivers: each looks at its own lines only. */
@RedressIT
@Tag("S5.6")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutagePlanIT {

    private static final String SOME = "'00000000-0000-7000-8000-000000000042'::uuid";

    @Autowired
    JdbcClient jdbc;

    private int bureau;

    @BeforeAll
    void fill() {
        bureau = TestDatabase.freshBureau();
        fill("line", """
                (bureau, id, number, digits, terms, service, address, exchange, area, customer, rent, currency)
                select :bureau, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, n::text, n::text, ''::tsvector, 'FIXED', 'a',
                       'x' || n % 1000, 'URBAN', gen_random_uuid(), 30, 'CNY' from generate_series(1, 20000) n
                """);
        fill("outage", """
                (bureau, id, exchange, reason, expected_end, declared_by, declared_at, ended_by, ended_at)
                select :bureau, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'x' || n % 1000, 'y', now(),
                       gen_random_uuid(), now() - n * interval '1 day', case when n > 20 then gen_random_uuid() end,
                       case when n > 20 then now() - n * interval '23 hours' end from generate_series(1, 4000) n
                """);
        fill("outage_line", """
                (bureau, outage, line)
                select o.bureau, o.id, l.id from fault.outage o join fault.line l on l.bureau = o.bureau and l.exchange = o.exchange
                 where o.bureau = :bureau and o.id <= '00000000-0000-7000-8000-000000000400'
                """);
        fill("fault", """
                (bureau, id, ticket, line, level, state, unit, reported_by, reported_at, cause, restored_at, due_at)
                select bureau, id, id, id, 1, case when n % 20 = 0 then 'SENT' else 'CONFIRMED' end, id, id,
                       now() - n * interval '1 hour', case when n % 20 = 0 then null else 'CABLE' end,
                       case when n % 20 = 0 then null else now() - n * interval '1 hour' + interval '50 hours' end, now()
                  from (select *, row_number() over () as n from fault.line where bureau = :bureau) l
                """);
        fill("breach", """
                (bureau, fault, known_at, waived, told)
                select bureau, id, now(), true, true from fault.fault where bureau = :bureau
                """);
        fill("waiver", """
                (bureau, fault, denials, from_at, until_at, amount, currency, line, times)
                select bureau, id, 0, reported_at, reported_at + interval '50 hours', 3, 'CNY', line,
                       tstzmultirange(tstzrange(reported_at, reported_at + interval '50 hours'))
                  from fault.fault where bureau = :bureau
                """);
    }

    /** Before anything points at what was entered: keys are checked by plans that were made when the table was empty. */
    private void fill(String table, String sql) {
        jdbc.sql("insert into fault." + table + " " + sql.replace(":bureau", Integer.toString(bureau)))
                .update();
        jdbc.sql("vacuum analyze fault." + table).update();
    }

    private String plan(String sql) {
        String asked = sql.replace(":bureau", Integer.toString(bureau))
                .replace(":exchange", "'x42'")
                .replace(":outage", SOME)
                .replace(":lines", "array[" + SOME + "]")
                .replace(":line", SOME)
                .replace(":id", SOME)
                .replace(":since", "now() - interval '30 days'")
                .replace(":reported", "now()")
                .replace(":but", SOME)
                .replace(":from", "now() - interval '60 days'")
                .replace(":until", "now() - interval '50 days'");
        return String.join(
                "\n",
                jdbc.sql("explain (costs off) " + asked).query(String.class).list());
    }

    @Test
    void whether_a_line_is_hit_and_whether_outages_overlap_is_read_from_indexes() {
        assertThat(plan(OutageRows.HITTING))
                .contains("outage_open", "outage_line_pkey")
                .doesNotContain("Seq Scan");
        assertThat(plan(OutageRows.OVERLAPS))
                .containsAnyOf("outage_of_exchange", "outage_over")
                .doesNotContain("Seq Scan");
    }

    @Test
    void since_when_a_line_is_dead_is_read_from_its_outage_and_its_last_repair() {
        assertThat(plan(OutageRows.DEAD))
                .contains("fault_restored", "outage_pkey")
                .doesNotContain("Seq Scan");
    }

    @Test
    void the_open_faults_of_its_lines_are_found_without_reading_the_others() {
        assertThat(plan(OutageRows.LINK))
                .contains("outage_line_pkey")
                .doesNotContain("Seq Scan on fault")
                .doesNotContain("Seq Scan on outage_line");
    }

    @Test
    void waivers_are_found_by_their_line() {
        assertThat(plan(WaiverRows.WAIVED)).contains("waiver_of_line").doesNotContain("Seq Scan");
        assertThat(plan(WaiverRows.TOUCHED))
                .contains("waiver_of_line", "outage_line_pkey")
                .doesNotContain("Seq Scan");
    }
}
