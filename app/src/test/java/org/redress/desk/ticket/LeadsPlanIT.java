package org.redress.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.support.RedressIT;
import org.redress.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Twenty thousand tickets, three in four joined or parted again: what belongs together is found without reading the others. */
@RedressIT
@Tag("S5.1")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeadsPlanIT {

    @Autowired
    JdbcClient jdbc;

    private int bureau;

    @BeforeAll
    void fill() {
        bureau = TestDatabase.freshBureau();
        jdbc.sql("""
                        insert into ticket.ticket
                          (bureau, id, number, kind, state, state_since, subject, subject_key, description, responsible, unit, channel,
                           received_at, created_at, source)
                        select ?, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, n, 'COMPLAINT', 'closed', now(), 'x', 'x',
                               'x', gen_random_uuid(), gen_random_uuid(), 'HOT_LINE', now(), now(), 'generated'
                          from generate_series(1, 20000) n
                        """).param(bureau).update();
        jdbc.sql("vacuum analyze ticket.ticket").update();
        jdbc.sql("""
                        insert into ticket.joining (bureau, id, ticket, lead, at, staff, parted_at, parted_by)
                        select ?, gen_random_uuid(), ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
                               ('00000000-0000-7000-8000-' || lpad((n - n % 4 + 4)::text, 12, '0'))::uuid, now(), gen_random_uuid(),
                               case when n % 4 = 1 then now() - n * interval '1 hour' end,
                               case when n % 4 = 1 then gen_random_uuid() end
                          from generate_series(1, 19999) n where n % 4 > 0
                        """).param(bureau).update();
        jdbc.sql("vacuum analyze ticket.joining").update();
    }

    private String plan(String sql) {
        String asked = sql.replace(":bureau", Integer.toString(bureau))
                .replace(":roots", "array['00000000-0000-7000-8000-000000000042'::uuid]")
                .replace(":ids", "array['00000000-0000-7000-8000-000000000042'::uuid]")
                .replace(":since", "now() - interval '90 days'");
        return String.join(
                "\n",
                jdbc.sql("explain (costs off) " + asked).query(String.class).list());
    }

    @Test
    void what_is_joined_is_found_by_the_index_of_each_side() {
        assertThat(plan(Leads.JOINED))
                .contains("joining_one_lead", "joining_below")
                .doesNotContain("Seq Scan on joining");
    }

    @Test
    void what_was_parted_is_found_by_the_index_of_each_side() {
        assertThat(plan(Leads.PARTED))
                .contains("joining_parted", "joining_parted_lead", "joining_one_lead", "joining_below")
                .doesNotContain("Seq Scan on joining");
    }
}
