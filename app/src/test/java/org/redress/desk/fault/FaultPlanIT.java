package org.redress.desk.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.support.RedressIT;
import org.redress.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Twenty thousand lines, each with a fault, most of them over: lists and look-ups are read from their indexes, in order. */
@RedressIT
@Tag("S5.6")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultPlanIT {

    private static final UUID SOMEBODY = new UUID(7, 1);

    @Autowired
    JdbcClient jdbc;

    private int bureau;

    @BeforeAll
    void fill() {
        bureau = TestDatabase.freshBureau();
        jdbc.sql("""
                        insert into fault.line
                          (bureau, id, number, digits, terms, service, address, exchange, area, customer, rent, currency)
                        select :bureau, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, d, d,
                               array_to_tsvector(array(select distinct substr(d, i, 3) from generate_series(1, length(d) - 2) i)),
                               'FIXED', 'a', 'x', 'URBAN', gen_random_uuid(), 30, 'CNY'
                          from (select n, lpad((n::bigint * 7919 % 99999989)::text, 8, '0') as d from generate_series(1, 20000) n) g
                        on conflict do nothing
                        """).param("bureau", bureau).update();
        jdbc.sql("""
                        insert into fault.fault
                          (bureau, id, ticket, line, level, state, unit, reported_by, reported_at, accepted_by, cause, restored_at, due_at)
                        select bureau, gen_random_uuid(), gen_random_uuid(), id, 1,
                               case when n % 20 = 0 then 'ACCEPTED' else 'CONFIRMED' end,
                               ('00000000-0000-0007-0000-00000000000' || n % 9)::uuid,
                               ('00000000-0000-0007-0000-00000000000' || n % 7)::uuid, now() - n * interval '1 minute',
                               ('00000000-0000-0007-0000-00000000000' || n % 8)::uuid,
                               case when n % 20 = 0 then null else 'CABLE' end,
                               case when n % 20 = 0 then null else now() end, now() - n * interval '1 minute'
                          from (select *, row_number() over () as n from fault.line where bureau = :bureau) l
                        """).param("bureau", bureau).update();
        jdbc.sql("vacuum analyze fault.line").update();
        jdbc.sql("vacuum analyze fault.fault").update();
    }

    private String plan(String sql) {
        return String.join(
                "\n", jdbc.sql("explain (costs off) " + sql).query(String.class).list());
    }

    private String faults(String where) {
        return plan("select * from fault.fault where bureau = " + bureau + " and "
                + where.replace(":unit", "'" + SOMEBODY + "'")
                        .replace(":me", "'" + SOMEBODY + "'")
                        .replace(":turn", "true")
                        .replace(":at", "'2000-01-01'")
                        .replace(":id", "'" + SOMEBODY + "'")
                        .replace(":line", "'00000000-0000-7000-8000-000000000042'")
                        .replace(":since", "'2000-01-01'")
                        .replace(":before", "now()")
                        .replace(":limit", "51"));
    }

    @Test
    void each_list_of_open_orders_is_read_from_its_index_in_order() {
        assertThat(faults(FaultBoard.sql(FaultBoard.View.UNIT)))
                .contains("fault_at_unit")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
        assertThat(faults(FaultBoard.sql(FaultBoard.View.MINE)))
                .contains("fault_taken")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
        assertThat(faults(FaultBoard.sql(FaultBoard.View.REPORTED)))
                .contains("fault_reported")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
    }

    @Test
    void a_lines_open_fault_and_its_repairs_are_found_without_reading_others() {
        assertThat(faults("line = :line and open"))
                .contains("fault_open_of_line")
                .doesNotContain("Seq Scan");
        assertThat(faults(FaultRows.IN_TURN)).contains("fault_open_of_line").doesNotContain("Seq Scan");
        assertThat(faults(FaultRows.RESTORED)).contains("fault_restored").doesNotContain("Seq Scan");
        assertThat(faults("ticket = any(array['00000000-0000-7000-8000-000000000042'::uuid])"))
                .doesNotContain("Seq Scan");
    }

    @Test
    void a_line_is_found_by_a_part_of_its_number_in_an_index() {
        String sql = LineRows.FIND
                .replace(":bureau", Integer.toString(bureau))
                .replace(":parts", "'" + LineRows.parts("48210").replace("'", "''") + "'")
                .replace(":like", "'%48210%'")
                .replace(":most", "200")
                .replace(":limit", "12");

        assertThat(plan(sql)).contains("line_terms").doesNotContain("Seq Scan");
    }
}
