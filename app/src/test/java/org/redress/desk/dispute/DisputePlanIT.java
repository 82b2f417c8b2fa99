package org.redress.desk.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.support.RedressIT;
import org.redress.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sixty thousand disputed items of years: what waits, what is decided by its limit, and a ticket's own come from indexes. */
@RedressIT
@Tag("S5.7")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisputePlanIT {

    @Autowired
    JdbcClient jdbc;

    private int bureau;

    @BeforeAll
    void fill() {
        bureau = TestDatabase.freshBureau();
        jdbc.sql("""
                        insert into dispute.bill (bureau, id, customer, number, month, currency, issued_on)
                        select :bureau, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
                               ('00000000-0000-7000-9000-' || lpad((n % 3000)::text, 12, '0'))::uuid, 'B' || n,
                               date '2026-01-01', 'CNY', date '2026-02-01' from generate_series(1, 20000) n
                        """).param("bureau", bureau).update();
        // Else each row looks for its bill by the plan that was good for the few that were there.
        jdbc.sql("analyze dispute.bill").update();
        jdbc.sql("""
                        insert into dispute.item (bureau, id, bill, place, source, at, kind, what, sum)
                        select :bureau, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
                               ('00000000-0000-7000-8000-' || lpad((n % 20000 + 1)::text, 12, '0'))::uuid, n, 's' || n, now(), 'LOCAL', 'x', 1
                          from generate_series(1, 60000) n
                        """).param("bureau", bureau).update();
        jdbc.sql("analyze dispute.item").update();
        jdbc.sql("""
                        insert into dispute.claim (bureau, id, ticket, item, customer, reason, words, sum, currency, kept_until, late, opened_by,
                               opened_at, due_at, proved_at, state, granted, why, decided_by, decided_at, adjustment)
                        select :bureau, gen_random_uuid(), ('00000000-0000-7000-a000-' || lpad((n / 3)::text, 12, '0'))::uuid,
                               ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
                               ('00000000-0000-7000-9000-' || lpad((n % 3000)::text, 12, '0'))::uuid, 'OTHER', '', 1, 'CNY', current_date, n % 50 = 0,
                               gen_random_uuid(), now(), now() - n * interval '10 minutes', case when n % 4 = 0 then now() end,
                               case when n % 20 = 0 then 'OPEN' else 'CUSTOMER' end, case when n % 20 > 0 then 1 end,
                               case when n % 20 > 0 then 'w' end, case when n % 20 > 0 then gen_random_uuid() end,
                               case when n % 20 > 0 then now() end, case when n % 20 > 0 then gen_random_uuid() end
                          from generate_series(1, 60000) n
                        """).param("bureau", bureau).update();
        jdbc.sql("vacuum analyze dispute.claim").update();
        jdbc.sql("vacuum analyze dispute.bill").update();
        jdbc.sql("vacuum analyze dispute.item").update();
    }

    private String plan(String sql) {
        String bound = sql.replace(":bureau", Integer.toString(bureau))
                .replace(":due", "(now() - interval '100 days')")
                .replace(":now", "now()")
                .replace(":id", "'00000000-0000-0000-0000-000000000000'::uuid")
                .replace(":ticket", "'00000000-0000-7000-a000-000000000077'::uuid")
                .replace(":customer", "'00000000-0000-7000-9000-000000000077'::uuid")
                .replace(":limit", "51");
        return String.join(
                "\n",
                jdbc.sql("explain (costs off) " + bound).query(String.class).list());
    }

    private String claims(String where) {
        return plan("select * from dispute.claim where bureau = :bureau and " + where);
    }

    @Test
    void what_waits_comes_from_its_index_in_order() {
        assertThat(claims(ClaimRows.DUE))
                .contains("claim_due")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
    }

    @Test
    void what_its_limit_decides_comes_from_an_index_of_its_own() {
        assertThat(claims(ClaimRows.UNPROVED))
                .contains("claim_unproved")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
    }

    @Test
    void the_items_of_a_ticket_and_the_bills_of_a_customer_come_from_their_indexes() {
        assertThat(claims(ClaimRows.OF_TICKET)).contains("claim_ticket").doesNotContain("Seq Scan");
        assertThat(plan(ClaimRows.NOT_OWED.replaceFirst("\\?", ":bureau").replaceFirst("\\?", "array[:ticket]")))
                .contains("claim_ticket")
                .doesNotContain("Seq Scan");
        assertThat(plan(ClaimRows.NOT_OWED_BY
                        .replaceFirst("\\?", ":bureau")
                        .replaceFirst("\\?", ":customer")
                        .replaceFirst("\\?", ":due")))
                .contains("claim_granted")
                .doesNotContain("Seq Scan");
        assertThat(plan("""
                        select b.* from dispute.bill b where b.bureau = :bureau and b.customer = :customer
                         order by b.month desc, b.id desc limit :limit
                        """))
                .contains("bill_customer")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
    }

    @Test
    void a_page_of_a_bills_items_its_sums_and_a_customers_claims_come_from_their_indexes() {
        String bill = "'00000000-0000-7000-8000-000000000077'::uuid";
        assertThat(plan("""
                        select i.*, b.currency from dispute.item i join dispute.bill b on b.bureau = i.bureau and b.id = i.bill
                         where i.bureau = :bureau and i.bill = %s and i.place > 100 order by i.place limit :limit
                        """.formatted(bill)))
                .contains("item_bureau_bill_place_key")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
        assertThat(plan("""
                        select b.* from dispute.bill b where b.bureau = :bureau and b.number = any(array['B7', 'B8'])
                        """)).contains("bill_bureau_number_key").doesNotContain("Seq Scan");
        assertThat(plan("""
                        select i.*, b.currency from dispute.item i join dispute.bill b on b.bureau = i.bureau and b.id = i.bill
                         where i.bureau = :bureau and i.bill = any(array[%s]) order by i.bill, i.place
                        """.formatted(bill)))
                .contains("item_bureau_bill_place_key")
                .doesNotContain("Seq Scan");
        assertThat(plan("""
                        select b.currency, sum(i.sum), sum(i.held), sum(i.adjusted)
                          from dispute.bill b join dispute.item i on i.bureau = b.bureau and i.bill = b.id
                         where b.bureau = :bureau and b.id = %s group by b.currency
                        """.formatted(bill)))
                .contains("item_bureau_bill_place_key")
                .doesNotContain("Seq Scan");
        assertThat(plan("""
                        select c.id from dispute.bill b
                          join dispute.item i on i.bureau = b.bureau and i.bill = b.id
                          join dispute.claim c on c.bureau = i.bureau and c.item = i.id
                         where b.bureau = :bureau and b.customer = :customer
                        """)).contains("bill_customer", "claim_item").doesNotContain("Seq Scan");
    }
}
