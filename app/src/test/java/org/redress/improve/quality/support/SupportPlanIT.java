package org.redress.improve.quality.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.support.RedressIT;
import org.redress.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hundred thousand contacts and the reliefs of years: what a person carries and has comes from indexes. */
@RedressIT
@Tag("S8.3")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SupportPlanIT {

    @Autowired
    JdbcClient jdbc;

    private int bureau;

    @BeforeAll
    void fill() {
        bureau = TestDatabase.freshBureau();
        jdbc.sql("""
                        insert into quality.contact_fact (bureau, contact, version, staff, unit, customer, at, mood, hard)
                        select :bureau, gen_random_uuid(), 1, ('00000000-0000-7000-8000-' || lpad((n % 60)::text, 12, '0'))::uuid,
                               gen_random_uuid(), ('00000000-0000-7000-8000-' || lpad((n / 5)::text, 12, '0'))::uuid,
                               now() - n * interval '10 minutes', 'CALM', case when n % 9 = 0 then '{MOOD}'::text[] else '{}' end
                          from generate_series(1, 100000) n
                        """).param("bureau", bureau).update();
        jdbc.sql("""
                        insert into quality.relief (bureau, id, number, staff, unit, granted_at, minutes, use_until, rest, rest_at,
                               word_due_at, word_by, word_at, words)
                        select :bureau, gen_random_uuid(), n, ('00000000-0000-7000-8000-' || lpad((n % 3000)::text, 12, '0'))::uuid,
                               ('00000000-0000-0007-0000-' || lpad((n % 90)::text, 12, '0'))::uuid, now() - n * interval '1 hour', 15,
                               now() - n * interval '1 hour', case when n <= 1000 then 'OPEN' else 'TAKEN' end,
                               case when n > 1000 then now() end, now() - n * interval '1 hour',
                               case when n % 20 > 0 then gen_random_uuid() end, case when n % 20 > 0 then now() end,
                               case when n % 20 > 0 then 'w' else '' end
                          from generate_series(1, 30000) n
                        """).param("bureau", bureau).update();
        jdbc.sql("""
                        insert into quality.praise (bureau, ticket, staff, named_by, named_at)
                        select :bureau, gen_random_uuid(), ('00000000-0000-7000-8000-' || lpad((n % 60)::text, 12, '0'))::uuid,
                               gen_random_uuid(), now() - n * interval '1 hour' from generate_series(1, 20000) n
                        """).param("bureau", bureau).update();
        jdbc.sql("""
                        insert into quality.relief_contact (bureau, contact, relief)
                        select :bureau, c.contact, r.id
                          from (select contact, row_number() over () as n from quality.contact_fact where bureau = :bureau) c
                          join (select id, row_number() over () as n from quality.relief where bureau = :bureau) r using (n)
                        """).param("bureau", bureau).update();
        for (String table : new String[] {"contact_fact", "relief", "relief_contact", "praise"}) {
            jdbc.sql("vacuum analyze quality." + table).update();
        }
    }

    private String plan(String sql) {
        String bound = sql.replace(":bureau", Integer.toString(bureau))
                .replace("any(:staff)", "any(array['00000000-0000-7000-8000-000000000007'::uuid])")
                .replace(":staff", "'00000000-0000-7000-8000-000000000007'::uuid")
                .replace(":units", "array['00000000-0000-0007-0000-000000000007'::uuid]")
                .replace(":since", "(now() - interval '7 days')")
                .replace(":today", "(now() - interval '1 day')")
                .replace(":now", "now()")
                .replace(":limit", "51");
        return String.join(
                "\n",
                jdbc.sql("explain (costs off) " + bound).query(String.class).list());
    }

    @Test
    void what_people_carry_is_a_range_of_an_index() {
        assertThat(plan(ContactFactRows.LOADS)).contains("contact_fact_staff").doesNotContain("Seq Scan");
        assertThat(plan(ContactFactRows.LATEST))
                .contains("contact_fact_staff")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
        assertThat(plan(ContactFactRows.FRESH))
                .contains("contact_fact_staff")
                .doesNotContain("Seq Scan on contact_fact");
    }

    @Test
    void the_reliefs_of_a_person_those_that_lapse_and_words_that_are_owed_come_from_their_indexes() {
        String from = "select * from quality.relief where bureau = :bureau and ";
        assertThat(plan(from + ReliefRows.OF_STAFF))
                .contains("relief_staff")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
        assertThat(plan(from + ReliefRows.LAPSED))
                .contains("relief_lapse")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
        assertThat(plan(from + ReliefRows.OWED)).contains("relief_owed").doesNotContain("Seq Scan");
    }

    @Test
    void the_praise_of_a_person_comes_from_its_index_in_order() {
        assertThat(plan(Praises.OF_STAFF))
                .contains("praise_staff")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
    }

    @Test
    void the_reliefs_that_a_customers_contacts_have_brought_are_found_by_the_customer() {
        String bound = ReliefRows.BROUGHT_BY
                .replaceFirst("\\?", Integer.toString(bureau))
                .replaceFirst("\\?", "'00000000-0000-7000-8000-000000000042'::uuid");
        assertThat(String.join(
                        "\n",
                        jdbc.sql("explain (costs off) " + bound)
                                .query(String.class)
                                .list()))
                .contains("contact_fact_of", "relief_contact_pkey")
                .doesNotContain("Seq Scan");
    }
}
