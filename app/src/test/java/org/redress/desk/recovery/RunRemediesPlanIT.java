package org.redress.desk.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.support.RedressIT;
import org.redress.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a run gave on tickets is found among tens of thousands of remedies by its index. */
@RedressIT
@Tag("S4.3")
class RunRemediesPlanIT {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void what_a_run_gave_is_taken_back_without_reading_the_others() {
        int bureau = TestDatabase.freshBureau();
        jdbc.sql("""
                        insert into recovery.remedy (bureau, id, ticket, kind, note, given_by, given_at, run)
                        select ?, gen_random_uuid(), gen_random_uuid(), 'apology', '', gen_random_uuid(), now(),
                               case when n % 100 = 0 then '00000000-0000-7000-8000-000000000001'::uuid end
                          from generate_series(1, 50000) n
                        """).param(bureau).update();
        jdbc.sql("vacuum analyze recovery.remedy").update();
        String asked = RemedyRows.OF_RUN
                .replace(":bureau", Integer.toString(bureau))
                .replace(":run", "'00000000-0000-7000-8000-000000000001'")
                .replace(":limit", "500");
        assertThat(String.join(
                        "\n",
                        jdbc.sql("explain (costs off) " + asked)
                                .query(String.class)
                                .list()))
                .contains("remedy_run")
                .doesNotContain("Seq Scan");
    }
}
