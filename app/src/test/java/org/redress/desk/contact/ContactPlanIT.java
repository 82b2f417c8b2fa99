package org.redress.desk.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.support.RedressIT;
import org.redress.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Twenty thousand contacts of twenty tickets: those of one are read by their ids, however many they are taken for. */
@RedressIT
@Tag("S5.1")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContactPlanIT {

    @Autowired
    JdbcClient jdbc;

    private int bureau;

    @BeforeAll
    void fill() {
        bureau = TestDatabase.freshBureau();
        jdbc.sql("""
                        insert into contact.contact
                          (bureau, id, channel, mood, words, taken_by, unit, spoken_at, recorded_at, outcome, ticket)
                        select :bureau, gen_random_uuid(), 'HOT_LINE', 'CALM', 'x', gen_random_uuid(), gen_random_uuid(),
                               now() - n * interval '1 minute', now() - n * interval '1 minute', 'ADDED',
                               ('00000000-0000-7000-8000-' || lpad((n % 20)::text, 12, '0'))::uuid
                          from generate_series(1, 20000) n
                        """).param("bureau", bureau).update();
        jdbc.sql("vacuum analyze contact.contact").update();
    }

    private String plan(String sql) {
        String asked = sql.replace(":bureau", Integer.toString(bureau))
                .replace(":ticket", "'00000000-0000-7000-8000-000000000007'::uuid")
                .replace(":limit", "20");
        return String.join(
                "\n",
                jdbc.sql("explain (costs off) " + asked).query(String.class).list());
    }

    @Test
    void the_contacts_of_a_ticket_are_read_by_their_ids_and_no_others() {
        assertThat(plan(ContactRows.OF_TICKET))
                .contains("contact_pkey", "contact_ticket", "contact_earlier", "contact_named")
                .doesNotContain("contact_newest", "Seq Scan");
    }
}
