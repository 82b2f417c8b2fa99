package org.redress.desk.recovery.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.StaffId;
import org.redress.ground.party.CustomerId;
import org.redress.platform.web.Problem;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressIT
@Tag("S4.4")
class LedgerIT {

    private static final CurrencyUnit YUAN = CurrencyUnit.of("CNY");

    @Autowired
    private Offices offices;

    @Autowired
    private Bureaus bureaus;

    @Autowired
    private Compensations ledger;

    @Autowired
    private CompensationRuns runs;

    @Autowired
    private Balances balances;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private JdbcClient jdbc;

    private Actor product;
    private Actor agent;
    private Actor head;
    private Actor director;

    @BeforeEach
    void found() {
        product = offices.found();
        agent = offices.hire(product, Posts.AGENT, "2107");
        head = offices.hire(product, Posts.HEAD, "2001");
        director = offices.hire(product, Posts.DIRECTOR, "2002");
    }

    @Test
    void a_sum_moves_as_a_whole_from_account_to_account_and_every_line_has_its_other_side() {
        CustomerId customer = customer();
        Compensation one = approved(proposal("a", customer, null, "12.30"));

        assertThat(one.account()).isEqualTo(Account.PENDING);
        assertThat(done(ledger.approve(agent, one.id())).account()).isEqualTo(Account.PROMISED);
        assertThat(done(ledger.post(product, one.id())).account()).isEqualTo(Account.POSTED);
        assertThat(done(ledger.reverse(agent, one.id(), "记错了")).account()).isEqualTo(Account.REVERSED);

        assertThat(ledger.entries(agent, List.of(one.id())))
                .extracting(Entry::kind)
                .containsExactly(Entry.Kind.PROPOSE, Entry.Kind.APPROVE, Entry.Kind.POST, Entry.Kind.REVERSE);
        assertThat(sum("select sum(amount) from recovery.line where bureau = ?"))
                .isZero();
        assertThat(kept(Dimension.CUSTOMER, customer.value().toString()))
                .containsEntry(Account.REVERSED, yuan("12.30"))
                .containsEntry(Account.POSTED, yuan("0"))
                .containsEntry(Account.ALLOWANCE, yuan("-12.30"));
        assertThat(balances.drift(product)).isZero();
    }

    @Test
    void the_same_key_enters_once_and_never_something_else() {
        Proposal proposal = proposal("a", customer(), null, "12.30");

        Compensation first = ledger.propose(agent, proposal);
        Compensation again = ledger.propose(agent, proposal("a", customer(), null, "12.30"));

        assertThat(again.id()).isEqualTo(first.id());
        refused("ledger.key", () -> ledger.propose(agent, proposal("a", customer(), null, "12.31")));
        assertThat(count("compensation")).isEqualTo(1);
    }

    @Test
    void a_sum_that_cannot_stand_in_the_book_is_refused_with_its_reason() {
        refused("ledger.sum.notpositive", () -> ledger.propose(agent, proposal("a", customer(), null, "0")));
        refused("ledger.sum.notpositive", () -> ledger.propose(agent, proposal("a", customer(), null, "-1")));
        refused("ledger.sum.huge", () -> ledger.propose(agent, proposal("a", customer(), null, "1000000000")));
        refused("ledger.sum.currency", () -> ledger.propose(agent, of(Money.parse("USD 10.00"))));
        refused("ledger.sum.currency", () -> ledger.propose(agent, of(Money.parse("KWD 0.001"))));
        refused("ledger.sum.currency", () -> runs.promiseOwed(product, List.of(of(Money.parse("USD 10.00")))));
        assertThat(count("compensation")).isZero();
    }

    @Test
    void nothing_is_promised_without_an_approval_nor_posted_without_a_promise() {
        Compensation one = ledger.propose(agent, proposal("a", customer(), null, "5"));

        assertThat(ledger.approve(agent, one.id())).isEqualTo(new Moved.Refused(Moved.Why.UNAPPROVED));
        assertThat(ledger.post(product, one.id())).isEqualTo(new Moved.Refused(Moved.Why.PENDING));
        assertThat(ledger.reverse(agent, one.id(), "")).isEqualTo(new Moved.Refused(Moved.Why.PENDING));
        assertThat(ledger.post(product, new CompensationId(UUID.randomUUID())))
                .isEqualTo(new Moved.Refused(Moved.Why.ABSENT));
        byHand("nobody has approved", entry(one, "APPROVE", "PENDING", "PROMISED"));
        byHand("only from where it stands", entry(one, "POST", "PROMISED", "POSTED"));
    }

    @Test
    void what_is_reversed_stays_so_whatever_is_wished() {
        Compensation one = approved(proposal("a", customer(), null, "5"));
        done(ledger.approve(agent, one.id()));
        done(ledger.reverse(agent, one.id(), ""));

        assertThat(ledger.reverse(agent, one.id(), ""))
                .isInstanceOfSatisfying(
                        Moved.Done.class, done -> assertThat(done.again()).isTrue());
        assertThat(ledger.approve(agent, one.id())).isEqualTo(new Moved.Refused(Moved.Why.REVERSED));
        assertThat(ledger.post(product, one.id())).isEqualTo(new Moved.Refused(Moved.Why.REVERSED));
        byHand("entry_bureau_compensation_kind_key", entry(one, "REVERSE", "PROMISED", "REVERSED"));
        byHand("entry_check", entry(one, "REVERSE", "REVERSED", "PROMISED"));
    }

    @Test
    void the_database_lets_nobody_write_lines_sums_and_accounts_or_change_what_is_entered() {
        Compensation one = approved(proposal("a", customer(), null, "5"));
        done(ledger.approve(agent, one.id()));
        int bureau = product.bureau().value();
        UUID entry = ledger.entries(agent, List.of(one.id())).getFirst().id();

        byHand(
                "written by nothing else",
                "insert into recovery.line values (" + bureau + ", '" + entry + "', 1, 'POSTED', 9)");
        byHand("written by nothing else", "update recovery.line set amount = 9 where seq = 1 and bureau = " + bureau);
        byHand("written by nothing else", "delete from recovery.line where bureau = " + bureau);
        byHand("written by nothing else", "update recovery.balance set amount = 9 where bureau = " + bureau);
        byHand("written by nothing else", "update recovery.compensation set amount = 9 where bureau = " + bureau);
        byHand("written by nothing else", "delete from recovery.compensation where bureau = " + bureau);
        byHand("append-only", "update recovery.entry set amount = 9 where bureau = " + bureau);
        byHand("append-only", "delete from recovery.entry where bureau = " + bureau);
        byHand("decision stays", "update recovery.approval set verdict = 'NO' where bureau = " + bureau);
        byHand("approval stays", "delete from recovery.approval where bureau = " + bureau);
        jdbc.sql("""
                        insert into recovery.run (bureau, id, approved_by, seconded_by, promised_at)
                        values (?, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), now())
                        """).param(bureau).update();
        byHand("append-only", "update recovery.run set approved_by = gen_random_uuid() where bureau = " + bureau);
        byHand("append-only", "delete from recovery.run where bureau = " + bureau);
        for (String table : List.of("line", "balance", "approval", "billed", "credit_step", "install_damages", "kin")) {
            byHand("append-only", "truncate recovery." + table);
        }
        assertThat(balances.drift(product)).isZero();
    }

    @Test
    void two_who_reverse_at_once_reverse_once() throws Exception {
        Compensation one = approved(proposal("a", customer(), null, "5"));
        done(ledger.approve(agent, one.id()));

        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<Moved>> results =
                    both.invokeAll(Collections.nCopies(2, () -> ledger.reverse(agent, one.id(), "")));
            assertThat(results)
                    .extracting(result -> ((Moved.Done) result.get()).again())
                    .containsExactlyInAnyOrder(true, false);
        }
        assertThat(balances.drift(product)).isZero();
    }

    @Test
    void what_a_law_owes_is_promised_by_the_thousand_once_for_each_key_and_posts_itself() {
        List<Proposal> owed = IntStream.range(0, 1200)
                .mapToObj(n -> proposal("late." + n, customer(), null, "1.10"))
                .toList();

        List<Compensation> first = runs.promiseOwed(product, owed);
        List<Compensation> again = runs.promiseOwed(product, owed);
        deliveries.await(product);

        assertThat(first).hasSize(1200).allMatch(one -> one.account() == Account.PROMISED);
        assertThat(again)
                .extracting(Compensation::id)
                .containsAll(first.stream().map(Compensation::id).toList());
        assertThat(kept(Dimension.TYPE, "bill-credit"))
                .containsEntry(Account.POSTED, yuan("1320.00"))
                .containsEntry(Account.PROMISED, yuan("0"));
        assertThat(balances.drift(product)).isZero();
        refused("access.denied", () -> runs.promiseOwed(agent, owed));
    }

    @Test
    void a_run_is_promised_posted_and_reversed_as_a_whole_and_once() {
        UUID failure = UUID.randomUUID();
        List<Proposal> proposals = IntStream.range(0, 300)
                .mapToObj(n -> proposal("run." + n, customer(), failure, "10"))
                .toList();
        Run run = new Run(UUID.randomUUID(), head.staff(), director.staff(), null, proposals);

        assertThat(runs.promise(product, run)).isEqualTo(new RunResult.Promised(300, false));
        assertThat(runs.promise(product, run)).isEqualTo(new RunResult.Promised(300, true));
        deliveries.await(product);
        assertThat(kept(Dimension.TYPE, "bill-credit")).containsEntry(Account.PROMISED, yuan("3000"));
        assertThat(runs.post(product, run.id())).isEqualTo(300);
        assertThat(runs.post(product, run.id())).isZero();
        assertThat(ledger.ofRun(head, run.id(), null, 10)).hasSize(10).allMatch(one -> one.account() == Account.POSTED);
        assertThat(runs.reverse(product, run.id(), "误报")).isEqualTo(300);
        assertThat(runs.reverse(product, run.id(), "误报")).isZero();
        assertThat(kept(Dimension.TYPE, "bill-credit"))
                .containsEntry(Account.REVERSED, yuan("3000"))
                .containsEntry(Account.POSTED, yuan("0"));
        assertThat(balances.drift(product)).isZero();
    }

    @Test
    void a_run_compensates_nobody_twice_for_the_same_failure() {
        UUID failure = UUID.randomUUID();
        CustomerId before = customer();
        ledger.propose(agent, proposal("alone", before, failure, "10"));
        Run run = new Run(
                UUID.randomUUID(),
                head.staff(),
                director.staff(),
                null,
                List.of(proposal("r1", before, failure, "10"), proposal("r2", customer(), failure, "10")));

        assertThat(runs.promise(product, run)).isEqualTo(new RunResult.Twice(List.of(before)));
        refused("ledger.twice", () -> ledger.propose(agent, proposal("b", before, failure, "9")));
        assertThat(count("compensation")).isEqualTo(1);
    }

    @Test
    void a_run_needs_two_people_and_over_a_budget_its_holder_as_a_third() {
        StaffId holder = offices.hire(product, Posts.GENERAL_MANAGER, "1001").staff();
        budget("25.00", holder);
        List<Proposal> proposals =
                List.of(proposal("r1", customer(), null, "10"), proposal("r2", customer(), null, "20"));
        UUID id = UUID.randomUUID();

        refused(
                "ledger.run.people",
                () -> runs.promise(product, new Run(id, head.staff(), head.staff(), null, proposals)));
        UUID budget =
                ledger.left(head, head.unit(), ledger.today(head)).orElseThrow().budget();
        Run.Consent enough = new Run.Consent(holder, budget, yuan("5.00"));
        refused("ledger.run.people", () -> runs.promise(product, new Run(id, holder, head.staff(), enough, proposals)));
        assertThat(runs.promise(product, new Run(id, head.staff(), director.staff(), null, proposals)))
                .isInstanceOfSatisfying(RunResult.OverBudget.class, over -> {
                    assertThat(over.budget().left()).isEqualTo(yuan("25.00"));
                    assertThat(over.wanted()).isEqualTo(yuan("30.00"));
                });
        for (Run.Consent less : List.of(
                new Run.Consent(holder, budget, yuan("4.99")),
                new Run.Consent(holder, UUID.randomUUID(), yuan("5.00")))) {
            assertThat(runs.promise(product, new Run(id, head.staff(), director.staff(), less, proposals)))
                    .as("a yes to less, or to another budget")
                    .isInstanceOf(RunResult.OverBudget.class);
        }
        assertThat(runs.promise(product, new Run(id, head.staff(), director.staff(), enough, proposals)))
                .isEqualTo(new RunResult.Promised(2, false));
        assertThat(ledger.left(head, head.unit(), ledger.today(head)))
                .hasValueSatisfying(left -> assertThat(left.left()).isEqualTo(yuan("-5.00")));
    }

    @Test
    void a_day_a_month_and_a_year_end_where_the_bureau_is() {
        Bureau early = bureaus.found("早", "Early", ZoneId.of("Pacific/Kiritimati"), "CN", "CN", "CNY", false);
        Bureau late = bureaus.found("晚", "Late", ZoneId.of("Pacific/Pago_Pago"), "CN", "CN", "CNY", false);

        LocalDate there = day(bureaus.command(early));
        LocalDate here = day(bureaus.command(late));

        // 25 hours lie between them: it is never the same day, and at the end of a month never the same month's last.
        assertThat(there).isAfter(here);
    }

    private LocalDate day(Actor at) {
        Compensation one = runs.promiseOwed(
                        at,
                        List.of(Proposal.of("k", null, customer(), at.unit(), "bill-credit", null, null, yuan("1"))))
                .getFirst();
        assertThat(balances.of(
                        at,
                        Dimension.TYPE,
                        "bill-credit",
                        one.day().withDayOfMonth(1),
                        one.day().plusDays(1)))
                .isNotEmpty();
        return one.day();
    }

    private void budget(String sum, StaffId holder) {
        jdbc.sql("insert into recovery.book values (?, 'CNY') on conflict do nothing")
                .param(product.bureau().value())
                .update();
        jdbc.sql("""
                        insert into recovery.budget (bureau, id, unit, span, first_day, end_day, sum, currency, holder, set_by, set_at)
                        values (?, ?, ?, 'YEAR', '2000-01-01', '2200-01-01', ?, 'CNY', ?, ?, now())
                        """)
                .params(
                        product.bureau().value(),
                        UUID.randomUUID(),
                        head.unit().value(),
                        new BigDecimal(sum),
                        holder.value(),
                        holder.value())
                .update();
    }

    /** Proposed, with a decision of somebody else. */
    private Compensation approved(Proposal proposal) {
        Compensation one = ledger.propose(agent, proposal);
        jdbc.sql("""
                        insert into recovery.approval (bureau, compensation, step, need, giver, asked_at, verdict, decided_by,
                               decided_at, decided_on)
                        values (?, ?, 1, 'AUTHORITY', ?, now(), 'YES', ?, now(), current_date)
                        """)
                .params(
                        product.bureau().value(),
                        one.id().value(),
                        agent.staff().value(),
                        head.staff().value())
                .update();
        return one;
    }

    private static String entry(Compensation one, String kind, String source, String target) {
        return """
                insert into recovery.entry
                select bureau, gen_random_uuid(), id, '%s', '%s', '%s', amount, '', giver, now()
                  from recovery.compensation where id = '%s'
                """.formatted(kind, source, target, one.id().value());
    }

    private void byHand(String says, String sql) {
        assertThatThrownBy(() -> jdbc.sql(sql).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(says);
    }

    private Map<Account, Money> kept(Dimension dimension, String key) {
        return balances.of(head, dimension, key, LocalDate.of(2000, 1, 1), LocalDate.of(2200, 1, 1)).stream()
                .collect(Collectors.toMap(Balance::account, Balance::sum));
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from recovery." + table + " where bureau = ?")
                .param(product.bureau().value())
                .query(Long.class)
                .single();
    }

    private BigDecimal sum(String sql) {
        return jdbc.sql(sql)
                .param(product.bureau().value())
                .query(BigDecimal.class)
                .single();
    }

    private static Compensation done(Moved moved) {
        assertThat(moved).isInstanceOf(Moved.Done.class);
        return ((Moved.Done) moved).compensation();
    }

    private Proposal proposal(String key, CustomerId customer, @Nullable UUID failure, String sum) {
        return Proposal.of(key, null, customer, product.unit(), "bill-credit", failure, null, yuan(sum));
    }

    private Proposal of(Money sum) {
        return Proposal.of("a", null, customer(), product.unit(), "bill-credit", null, null, sum);
    }

    private static CustomerId customer() {
        return new CustomerId(UUID.randomUUID());
    }

    private static Money yuan(String amount) {
        return Money.of(YUAN, new BigDecimal(amount));
    }

    private static void refused(String code, ThrowingCallable wish) {
        assertThatThrownBy(wish)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
