package org.redress.desk.care;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.desk.care.preference.PreferenceStatements;
import org.redress.support.RedressIT;
import org.redress.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hundred thousand preferences: what is shown at a contact is read from indexes. */
@RedressIT
@Tag("S3.2")
@Tag("S5.5")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CarePlanIT {

    private static final String ID = "('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid";

    @Autowired
    JdbcClient jdbc;

    private int bureau;

    @BeforeAll
    void fill() {
        bureau = TestDatabase.freshBureau();
        String customer = "('00000000-0000-7000-8000-' || lpad((n / 4)::text, 12, '0'))::uuid";
        jdbc.sql("""
                        insert into care.preference (bureau, id, customer, kind, words, folded, origin, noted_by, noted_at, last_at)
                        select ?, %1$s, %2$s, 'OTHER', 'w' || n, 'w' || n, 'SAID', %2$s, now() - n * interval '1 minute', now()
                          from generate_series(1, 100000) n
                        """.formatted(ID, customer)).param(bureau).update();
        jdbc.sql("""
                        insert into care.preference_step (bureau, preference, customer, what, staff, at, reason, remark)
                        select ?, %1$s, %2$s, 'NOTED', %2$s, now() - n * interval '1 minute', '', ''
                          from generate_series(1, 100000) n
                        """.formatted(ID, customer)).param(bureau).update();
        jdbc.sql("""
                        insert into care.contact (bureau, contact, customer, staff, recorded_at)
                        select ?, %1$s, %2$s, %2$s, now() - n * interval '30 minutes' from generate_series(1, 50000) n
                        """.formatted(ID, customer)).param(bureau).update();
        for (String table : new String[] {"preference", "preference_step", "contact"}) {
            jdbc.sql("vacuum analyze care." + table).update();
        }
    }

    private String plan(String sql) {
        String bound = sql.replace(":bureau", Integer.toString(bureau))
                .replace(":customer", "'00000000-0000-7000-8000-000000000007'::uuid")
                .replace(":since", "(now() - interval '30 days')")
                .replace(":limit", "200");
        return String.join(
                "\n",
                jdbc.sql("explain (costs off) " + bound).query(String.class).list());
    }

    @Test
    void what_a_customer_wants_us_to_mind_comes_from_an_index() {
        assertThat(plan(PreferenceStatements.standing())).contains("Index").doesNotContain("Seq Scan");
        assertThat(plan(PreferenceStatements.all())).contains("preference_of").doesNotContain("Seq Scan");
        assertThat(plan(PreferenceStatements.steps()))
                .contains("preference_step_of")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
    }

    @Test
    void how_they_are_used_is_a_range_of_contacts_and_their_steps() {
        assertThat(plan(PreferenceStatements.used()))
                .contains("contact_recorded")
                .doesNotContain("Seq Scan on contact");
    }
}
