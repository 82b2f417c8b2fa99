package org.redress.desk.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.support.RedressIT;
import org.redress.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sixty thousand segments, most of them done: lists of open ones are read from their indexes, in order. */
@RedressIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SegmentPlanIT {

    private static final UUID UNIT = new UUID(7, 1);

    @Autowired
    JdbcClient jdbc;

    private int bureau;

    @BeforeAll
    void fill() {
        bureau = TestDatabase.freshBureau();
        jdbc.sql("""
                        insert into procedure.journey (bureau, ticket)
                        select ?, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid from generate_series(1, 60000) n
                        """).param(bureau).update();
        jdbc.sql("""
                        insert into procedure.segment
                          (bureau, id, ticket, name, unit, owed, amount, limit_unit, evidence, control, decided, state,
                           from_unit, sent_by, sent_at, ended_at, due_at)
                        select bureau, gen_random_uuid(), ticket, 'a', ('00000000-0000-0007-0000-00000000000' || n % 9)::uuid,
                               'b', 4, 'WORKING_HOURS', '', false, false, case when n % 20 = 0 then 'OFFERED' else 'DONE' end,
                               '00000000-0000-0007-0000-000000000001', '00000000-0000-0007-0000-000000000001',
                               now() - n * interval '1 minute', case when n % 20 = 0 then null else now() end, now() - n * interval '1 minute'
                          from (select *, row_number() over () as n from procedure.journey where bureau = ?) j
                        """).param(bureau).update();
        jdbc.sql("analyze procedure.segment").update();
    }

    private String plan(String where) {
        return String.join(
                "\n",
                jdbc.sql("explain (costs off) select * from procedure.segment where bureau = " + bureau + " and "
                                + where)
                        .query(String.class)
                        .list());
    }

    private static String with(String sql) {
        return sql.replace(":unit", "'" + UNIT + "'")
                .replace(":now", "now()")
                .replace(":at", "'2000-01-01'")
                .replace(":id", "'" + UNIT + "'")
                .replace(":limit", "51");
    }

    @Test
    void a_departments_lists_are_read_from_an_index_in_order() {
        assertThat(plan(with(SegmentBoard.sql(SegmentBoard.View.OFFERED))))
                .contains("segment_of_unit")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
        assertThat(plan(with(SegmentBoard.sql(SegmentBoard.View.LATE))))
                .contains("segment_at_unit")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
    }

    @Test
    void the_segments_of_a_ticket_are_found_without_reading_others() {
        assertThat(plan("ticket = '00000000-0000-7000-8000-000000000042' order by sent_at, id"))
                .contains("segment_of_ticket")
                .doesNotContain("Seq Scan");
    }

    @Test
    void the_decisions_about_a_ticket_are_found_without_reading_others() {
        jdbc.sql("""
                        insert into procedure.ruling (bureau, id, ticket, cause, count, stopped_at, decided_at)
                        select bureau, gen_random_uuid(), ticket, 'RETURNS', 2, now(), now()
                          from procedure.journey where bureau = ?
                        """).param(bureau).update();
        jdbc.sql("analyze procedure.ruling").update();
        assertThat(String.join(
                        "\n",
                        jdbc.sql("explain (costs off) select id from procedure.ruling where bureau = " + bureau
                                        + " and ticket = '00000000-0000-7000-8000-000000000042'")
                                .query(String.class)
                                .list()))
                .contains("ruling_of_ticket")
                .doesNotContain("Seq Scan");
    }
}
