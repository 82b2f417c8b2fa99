package org.redress.desk.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.support.RedressIT;
import org.redress.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Thirty thousand segments of ten procedures in three hundred days: the job that counts the last days reads no others. */
@RedressIT
@Tag("S5.3")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StagePlanIT {

    @Autowired
    JdbcClient jdbc;

    private int bureau;

    @BeforeAll
    void fill() {
        bureau = TestDatabase.freshBureau();
        run("""
                insert into procedure.procedure (bureau, id, kind, failure_type, area, name, number)
                select :bureau, ('00000000-0000-0007-0000-00000000000' || n)::uuid, 'FAULT', 't' || n, '', 'p', 1
                  from generate_series(0, 9) n
                """);
        run(
                "insert into procedure.version select bureau, id, 1, 'x', now(), id from procedure.procedure where bureau = :bureau");
        run("""
                insert into procedure.stage
                  (bureau, procedure, number, place, name, unit, owed, amount, limit_unit, evidence, control)
                select bureau, id, 1, place, 'a', id, 'b', 4, 'WORKING_HOURS', '', false
                  from procedure.procedure, generate_series(1, 3) place where bureau = :bureau
                """);
        run("""
                insert into procedure.journey (bureau, ticket, procedure, number)
                select :bureau, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
                       ('00000000-0000-0007-0000-00000000000' || n % 10)::uuid, 1 from generate_series(1, 30000) n
                """);
        run("vacuum analyze procedure.journey");
        run("""
                insert into procedure.segment
                  (bureau, id, ticket, procedure, place, name, unit, owed, amount, limit_unit, evidence, control, decided, state,
                   from_unit, sent_by, sent_at, ended_at, in_time)
                select bureau, ticket, ticket, procedure, 1 + n % 3, 'a', procedure, 'b', 4, 'WORKING_HOURS', '', false, false, 'DONE',
                       procedure, procedure, at, at, true
                  from (select *, now() - n * interval '15 minutes' as at
                          from (select *, row_number() over () as n from procedure.journey where bureau = :bureau) j) k
                """);
        run("vacuum analyze procedure.segment");
        run("""
                insert into procedure.assessment
                  (bureau, id, segment, unit, in_time, complete, correct, refused, why, by_staff, at)
                select bureau, id, id, unit, true, true, true, true, 'x', unit, ended_at
                  from procedure.segment where bureau = :bureau
                """);
        for (String table : new String[] {"assessment", "stage", "procedure"}) {
            run("vacuum analyze procedure." + table);
        }
    }

    private void run(String sql) {
        jdbc.sql(sql.replace(":bureau", Integer.toString(bureau))).update();
    }

    @Test
    void the_last_days_are_counted_without_reading_those_before() {
        String days = StageReckoning.DAYS
                .replace(":bureau", Integer.toString(bureau))
                .replace(":zone", "'Asia/Shanghai'")
                .replace(":since", "now() - interval '1 day'");
        assertThat(String.join(
                        "\n",
                        jdbc.sql("explain (costs off) " + days)
                                .query(String.class)
                                .list()))
                .contains("segment_ended", "assessment_when")
                .doesNotContain("Seq Scan on segment", "Seq Scan on assessment", "Seq Scan on journey");
    }
}
