package org.redress.desk.outlet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.support.RedressIT;
import org.redress.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Far more promises than anybody makes: the lists come from their indexes in order. */
@RedressIT
@Tag("S2.2")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PromisePlanIT {

    @Autowired
    JdbcClient jdbc;

    private int bureau;

    @BeforeAll
    void fill() {
        bureau = TestDatabase.freshBureau();
        jdbc.sql("""
                        insert into outlet.promise (bureau, id, code, subject_kind, clock, rule, published_from, withdrawn_on, withdrawn_why)
                        select ?, gen_random_uuid(), 'P-' || lpad(n::text, 6, '0'), 'ticket', 'clock', 'rule', current_date - n % 300,
                               case when n % 3 > 0 then current_date end, case when n % 3 > 0 then 'over' end
                          from generate_series(1, 30000) n
                        """).param(bureau).update();
        jdbc.sql("vacuum analyze outlet.promise").update();
    }

    private String plan(String where) {
        String bound = where.replace(":after", "'P-010000'")
                .replace(":drafts", "false")
                .replace(":today", "current_date")
                .replace(":limit", "21");
        return String.join(
                "\n",
                jdbc.sql("explain (costs off) select * from outlet.promise where bureau = " + bureau + " and " + bound)
                        .query(String.class)
                        .list());
    }

    @Test
    void lists_of_promises_come_from_an_index_in_order() {
        for (String where : new String[] {PromiseRows.OPEN, PromiseRows.WITHDRAWN, PromiseRows.PUBLIC}) {
            assertThat(plan(where))
                    .as(where)
                    .contains("Index")
                    .doesNotContain("Seq Scan")
                    .doesNotContain("Sort");
        }
    }
}
