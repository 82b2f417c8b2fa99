package org.redress.desk.recovery.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.support.RedressIT;
import org.redress.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Thirty thousand compensations: what pages and limits read comes from indexes, whatever it is of. */
@RedressIT
@Tag("S4.4")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MoneyPlanIT {

    private static final String ID = "'00000000-0000-7000-9000-000000000077'::uuid";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private int bureau;

    @BeforeAll
    void fill() {
        bureau = TestDatabase.freshBureau();
        run("insert into recovery.book values (:bureau, 'CNY')");
        run("""
                insert into recovery.compensation (bureau, id, key, basis, ticket, customer, unit, type, giver, amount, currency, day,
                       proposed_at)
                select :bureau, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'k' || n, 'OWED',
                       ('00000000-0000-7000-a000-' || lpad((n / 2)::text, 12, '0'))::uuid,
                       ('00000000-0000-7000-9000-' || lpad((n % 3000)::text, 12, '0'))::uuid, gen_random_uuid(),
                       case when n % 5 = 0 then 'refund' else 'bill-credit' end,
                       ('00000000-0000-7000-9000-' || lpad((n % 200)::text, 12, '0'))::uuid, 1, 'CNY',
                       date '2026-01-01' + n % 300, now()
                  from generate_series(1, 30000) n
                """, """
                insert into recovery.entry
                select bureau, gen_random_uuid(), id, 'PROPOSE', 'ALLOWANCE', 'PENDING', amount, '', giver, proposed_at
                  from recovery.compensation where bureau = :bureau
                """);
        run("""
                insert into recovery.approval (bureau, compensation, step, need, giver, asked_at, verdict, decided_by, decided_at,
                       decided_on)
                select bureau, id, 1, 'AUTHORITY', giver, proposed_at, v.verdict, case when v.verdict is not null then unit end,
                       case when v.verdict is not null then now() end, case when v.verdict is not null then day end
                  from recovery.compensation, lateral (select case when key like '%7' then null else 'YES' end as verdict) v
                 where bureau = :bureau
                """);
        for (String table : new String[] {"compensation", "entry", "line", "balance", "approval"}) {
            run("vacuum analyze recovery." + table);
        }
    }

    private void run(String... statements) {
        if (statements.length == 1) {
            jdbc.sql(statements[0].replace(":bureau", Integer.toString(bureau))).update();
        } else {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                for (String statement : statements) {
                    run(statement);
                }
            });
        }
    }

    private String plan(String sql) {
        String bound = sql.replace(":bureau", Integer.toString(bureau))
                .replace(":customers", "array[" + ID + "]")
                .replace(":customer", ID)
                .replace(":failures", "array[" + ID + "::uuid]")
                .replace(":staff", ID)
                .replace(":key", ID)
                .replace(":since", "date '2026-09-01'")
                .replace(":from", "date '2026-01-01'")
                .replace(":until", "date '2026-02-01'")
                .replace(":day", "date '2026-06-01'")
                .replace(":after", ID)
                .replace(":at", "now() - interval '1 hour'")
                .replace(":id", ID)
                .replace(":limit", "51");
        return String.join(
                "\n",
                jdbc.sql("explain (costs off) " + bound).query(String.class).list());
    }

    private String compensations(String where) {
        return plan("select * from recovery.compensation where bureau = :bureau and " + where);
    }

    @Test
    void the_ledger_is_paged_by_key_whatever_it_is_of() {
        assertThat(compensations(new LedgerFilter(null, "", null, null).where()))
                .contains("compensation_day")
                .doesNotContain("Sort");
        assertThat(compensations(new LedgerFilter(Dimension.CUSTOMER, "", null, null).where()))
                .contains("compensation_customer")
                .doesNotContain("Sort");
        assertThat(compensations(new LedgerFilter(Dimension.AGENT, "", null, null).where()))
                .contains("compensation_giver")
                .doesNotContain("Sort");
        assertThat(compensations("type = 'refund' and (day, id) < (:day, :id) order by day desc, id desc limit 51"))
                .contains("Index")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
    }

    @Test
    void the_entries_behind_what_the_law_owes_in_a_month_come_from_an_index_of_that_month() {
        LedgerFilter filter =
                new LedgerFilter(Dimension.BASIS, "OWED", null, null, java.time.YearMonth.of(2026, 1), true);
        assertThat(compensations(filter.where().replace("any(:key)", "any(array['OWED'])")))
                .containsAnyOf("compensation_basis", "compensation_day")
                .contains("day >=")
                .doesNotContain("Seq Scan");
        assertThat(plan(Balances.GIVEN)).contains("balance").doesNotContain("Seq Scan");
    }

    @Test
    void what_a_customer_was_given_comes_from_an_index() {
        assertThat(compensations(CompensationRows.OF_CUSTOMER))
                .contains("compensation_customer")
                .doesNotContain("Seq Scan");
        assertThat(compensations(CompensationRows.OF_CUSTOMERS))
                .contains("compensation_customer")
                .doesNotContain("Seq Scan");
        assertThat(compensations("ticket = any(array[" + ID + "]) order by day desc, id desc"))
                .contains("compensation_ticket")
                .doesNotContain("Seq Scan");
    }

    @Test
    void what_waits_and_what_somebody_authorised_on_a_day_come_from_indexes_of_their_own() {
        assertThat(plan("""
                        select * from recovery.approval where bureau = :bureau and verdict is null
                           and (asked_at, compensation) > (:at, :id) order by asked_at, compensation limit 51
                        """)).contains("approval_waiting").doesNotContain("Sort");
        assertThat(plan("""
                        select coalesce(sum(c.amount), 0) from recovery.approval p
                          join recovery.compensation c on c.bureau = p.bureau and c.id = p.compensation
                         where p.bureau = :bureau and p.decided_by = :staff and p.decided_on = :day and p.verdict = 'YES'
                        """)).contains("approval_day").doesNotContain("Seq Scan");
    }

    @Test
    void balances_come_from_kept_sums_by_their_period() {
        String largest = Balances.CUSTOMERS
                .replace(":account", "'PENDING'")
                .replace(":sum", "100")
                .replace(":key", "'x'");
        assertThat(plan(largest))
                .contains("balance_by_sum")
                .doesNotContain("Sort")
                .doesNotContain("Seq Scan");
        String others = Balances.OTHERS
                .replace(":dimension", "'AGENT'")
                .replace(":account", "'PENDING'")
                .replace(":sum", "100")
                .replace(":key", "'x'");
        assertThat(plan(others)).doesNotContain("Seq Scan");
        assertThat(plan(Balances.OF_KEYS.replace(":dimension", "'AGENT'").replace(":keys", "array['x']")))
                .contains("balance_pkey")
                .doesNotContain("Seq Scan");
    }

    @Test
    void the_remedies_of_a_ticket_come_from_their_index() {
        assertThat(jdbc.sql("""
                                select indexdef from pg_indexes where schemaname = 'recovery' and indexname = 'remedy_ticket'
                                """).query(String.class).single()).contains("(bureau, ticket, given_at, id)");
    }
}
