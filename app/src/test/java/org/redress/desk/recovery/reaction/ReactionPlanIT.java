package org.redress.desk.recovery.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.desk.recovery.RecoveryStatements;
import org.redress.support.RedressIT;
import org.redress.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hundred thousand steps of years: late ones and the first apologies of a month come from indexes. */
@RedressIT
@Tag("S8.5")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReactionPlanIT {

    @Autowired
    JdbcClient jdbc;

    private int bureau;

    @BeforeAll
    void fill() {
        bureau = TestDatabase.freshBureau();
        jdbc.sql("""
                        insert into recovery.reaction (bureau, ticket, identified_at)
                        select :bureau, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, now() from generate_series(1, 25000) n
                        """).param("bureau", bureau).update();
        jdbc.sql("""
                        insert into recovery.reaction_step (bureau, ticket, step, unit, started_at, due_at, state, ended_at, ended_by, deed)
                        select :bureau, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, s.step,
                               ('00000000-0000-0007-0000-00000000000' || n % 9)::uuid, now() - n * interval '30 minutes',
                               now() - n * interval '30 minutes' + interval '2 hours',
                               case when n % 100 = 0 then 'OPEN' else 'MET' end,
                               case when n % 100 > 0 then now() - n * interval '30 minutes' + interval '1 hour' end,
                               case when n % 100 > 0 then gen_random_uuid() end, case when n % 100 > 0 then 'CALLED' end
                          from generate_series(1, 25000) n, (values ('APOLOGY'), ('URGENT'), ('EMPATHY'), ('SYMBOLIC')) s (step)
                        """).param("bureau", bureau).update();
        jdbc.sql("vacuum analyze recovery.reaction_step").update();
    }

    private String plan(String sql) {
        String bound = sql.replace(":bureau", Integer.toString(bureau))
                .replace(":from", "(now() - interval '30 days')")
                .replace(":until", "now()")
                .replace(":now", "now()")
                .replace(":due", "timestamptz 'epoch'")
                .replace(":at", "timestamptz 'infinity'")
                .replace(":ticket", "'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid")
                .replace(":step", "''")
                .replace(":limit", "51");
        return String.join(
                "\n",
                jdbc.sql("explain (costs off) " + bound).query(String.class).list());
    }

    private String steps(String where) {
        return plan("select * from recovery.reaction_step where bureau = :bureau and " + where);
    }

    @Test
    void late_steps_come_from_their_index_in_order_and_are_counted_from_it() {
        assertThat(steps(ReactionRows.LATE))
                .contains("reaction_late")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
        assertThat(plan(RecoveryStatements.late())).contains("reaction_late").doesNotContain("Seq Scan");
    }

    @Test
    void the_first_apologies_of_a_month_are_a_range_of_an_index() {
        assertThat(steps(ReactionRows.APOLOGIES))
                .contains("reaction_apology")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
        assertThat(plan(RecoveryStatements.apologies()))
                .contains("Index Only Scan", "reaction_apology")
                .doesNotContain("Seq Scan");
    }
}
