package org.redress.desk.recovery.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.Remedy;
import org.redress.desk.recovery.RemedyId;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.SomeMoney;
import org.redress.desk.recovery.duplicate.Besides;
import org.redress.desk.recovery.duplicate.DuplicateGuard;
import org.redress.desk.recovery.ledger.Account;
import org.redress.desk.recovery.ledger.Balances;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.desk.recovery.ledger.CompensationRuns;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.desk.recovery.ledger.Proposal;
import org.redress.desk.recovery.ledger.Run;
import org.redress.desk.recovery.pattern.PatternKind;
import org.redress.desk.recovery.pattern.Patterns;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.ClosingCondition;
import org.redress.desk.ticket.Joins;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.platform.web.Problem;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressIT
@Tag("S8.3")
class ApprovalsIT {

    @Autowired
    private Offices offices;

    @Autowired
    private Tickets tickets;

    @Autowired
    private Remedies remedies;

    @Autowired
    private Approvals approvals;

    @Autowired
    private Kinships kinships;

    @Autowired
    private DuplicateGuard guard;

    @Autowired
    private Joins joins;

    @Autowired
    private Patterns patterns;

    @Autowired
    private Compensations ledger;

    @Autowired
    private CompensationRuns runs;

    @Autowired
    private Balances balances;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private List<ClosingCondition> conditions;

    @Autowired
    private JdbcClient jdbc;

    private SomeMoney all;
    private int phones;

    @BeforeEach
    void found() {
        all = new SomeMoney(offices, tickets, remedies);
    }

    private TicketId ticket() {
        return all.ticket("138" + (10_000_000 + ++phones), "宽带又断了");
    }

    private static CompensationId id(Remedy remedy) {
        return new CompensationId(remedy.id().value());
    }

    private Remedy now(Remedy remedy) {
        return all.find(remedy.ticket(), remedy.id());
    }

    private ApprovalStep open(Remedy remedy) {
        return approvals.of(all.head, List.of(id(remedy))).stream()
                .filter(step -> step.decision() == null)
                .findFirst()
                .orElseThrow();
    }

    private ApprovalResult yes(Actor by, Remedy remedy) {
        return approvals.decide(by, id(remedy), open(remedy).step(), true, "");
    }

    private static ApprovalResult.Why why(ApprovalResult result) {
        assertThat(result).isInstanceOf(ApprovalResult.NotDone.class);
        return ((ApprovalResult.NotDone) result).why();
    }

    @Test
    void within_the_limits_of_whoever_gives_it_it_is_promised_at_once_and_posts_itself() {
        Remedy given = all.give(all.agent, ticket(), "100");

        assertThat(given.state()).isIn(Remedy.State.PROMISED, Remedy.State.POSTED);
        deliveries.await(all.product);
        assertThat(now(given).state()).isEqualTo(Remedy.State.POSTED);
        assertThat(approvals.of(all.agent, List.of(id(given)))).singleElement().returns(Need.OWN, ApprovalStep::need);
    }

    @Test
    void above_them_it_waits_for_somebody_whose_limits_cover_it_and_counts_only_then() {
        Remedy given = all.give(all.agent, ticket(), "100.01");

        assertThat(given.state()).isEqualTo(Remedy.State.PENDING);
        assertThat(given.stands()).isFalse();
        assertThat(open(given))
                .returns(Need.AUTHORITY, ApprovalStep::need)
                .returns(all.head.staff(), ApprovalStep::asked);
        assertThat(yes(all.head, given)).isInstanceOf(ApprovalResult.Promised.class);
        deliveries.await(all.product);
        assertThat(now(given)).returns(Remedy.State.POSTED, Remedy::state).returns(true, Remedy::stands);
    }

    @Test
    void a_large_sum_needs_two_different_people_and_never_whoever_gives_it() {
        Remedy given = all.give(all.head, ticket(), "2500");

        assertThat(open(given).need()).isEqualTo(Need.REVIEW);
        assertThat(why(yes(all.head, given))).isEqualTo(ApprovalResult.Why.GIVER);
        assertThat(yes(all.director, given)).isEqualTo(new ApprovalResult.Next(Need.AUTHORITY));
        assertThat(why(yes(all.director, given))).isEqualTo(ApprovalResult.Why.TWICE);
        assertThat(yes(all.manager, given)).isInstanceOf(ApprovalResult.Promised.class);
    }

    @Test
    void whoever_has_no_right_or_too_small_limits_decides_nothing() {
        Remedy given = all.give(all.agent, ticket(), "900");

        assertThat(why(yes(all.head, given))).isEqualTo(ApprovalResult.Why.LIMIT);
        refused("access.denied", () -> yes(all.other, given));
        refused("approval.why.missing", () -> approvals.decide(all.director, id(given), 1, false, " "));
        assertThat(approvals.decide(all.director, id(given), 1, false, "没有依据"))
                .isInstanceOf(ApprovalResult.TurnedDown.class);
        assertThat(now(given).state()).isEqualTo(Remedy.State.REFUSED);
        assertThat(why(approvals.decide(all.manager, id(given), 1, true, ""))).isEqualTo(ApprovalResult.Why.REFUSED);
        refused("remedy.refused", () -> remedies.takeBack(all.agent, given.id()));
    }

    @Test
    void nobody_gives_or_decides_for_an_account_that_they_declared() {
        TicketId own = ticket();
        kinships.declare(all.agent, customer(own), Kinship.Relation.OWN);
        kinships.declare(all.head, customer(own), Kinship.Relation.FAMILY);

        Remedy given = all.give(all.agent, own, "10");

        assertThat(given.state()).isEqualTo(Remedy.State.PENDING);
        assertThat(open(given).asked()).isEqualTo(all.director.staff());
        assertThat(why(yes(all.head, given))).isEqualTo(ApprovalResult.Why.KIN);
        assertThatThrownBy(() -> jdbc.sql("""
                                update recovery.approval set verdict = 'YES', decided_by = ?, decided_at = now(), decided_on = current_date
                                 where bureau = ? and compensation = ?
                                """)
                        .params(
                                all.head.staff().value(),
                                all.product.bureau().value(),
                                given.id().value())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("nobody decides for their own account");
        assertThat(yes(all.director, given)).isInstanceOf(ApprovalResult.Promised.class);
        assertThat(kinships.of(all.agent)).hasSize(1);
    }

    @Test
    void a_declaration_that_is_withdrawn_for_one_approval_bars_it_all_the_same_and_leaves_a_trace() {
        TicketId own = ticket();
        kinships.declare(all.head, customer(own), Kinship.Relation.OWN);
        Remedy given = all.give(all.agent, own, "200");
        kinships.withdraw(all.head, customer(own));

        assertThat(kinships.of(all.head)).isEmpty();
        assertThat(why(yes(all.head, given))).isEqualTo(ApprovalResult.Why.KIN);
        kinships.declare(all.head, customer(own), Kinship.Relation.FAMILY);
        kinships.declare(all.head, customer(own), Kinship.Relation.OWN);
        assertThat(kinships.of(all.head)).singleElement().returns(Kinship.Relation.OWN, Kinship::relation);
        assertThat(jdbc.sql(
                                "select count(*) from recovery.kin where bureau = ? and staff = ? and withdrawn_at is not null")
                        .params(all.product.bureau().value(), all.head.staff().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(jdbc.sql(
                                "select detail::text from trail.entry where bureau = ? and subject = ? and deed like 'kin.%' limit 1")
                        .params(all.product.bureau().value(), all.head.staff().value())
                        .query(String.class)
                        .single())
                .contains(customer(own).value().toString());
        assertThatThrownBy(() -> jdbc.sql("delete from recovery.kin where bureau = ?")
                        .param(all.product.bureau().value())
                        .update())
                .hasMessageContaining("a declaration stays");
    }

    @Test
    void several_sums_for_one_case_count_together_against_its_limit_and_the_sum_for_two_people() {
        String phone = "13912340007";
        TicketId lead = all.ticket(phone, "发票没有开");
        TicketId joined = all.ticket(phone, "电话有杂音");
        joins.join(all.head, joined, lead, "同一件事");
        assertThat(all.give(all.agent, lead, "100").waits()).isFalse();

        Remedy second = all.give(all.agent, lead, "100", "又错了一次");
        assertThat(open(second).need()).isEqualTo(Need.AUTHORITY);
        Remedy third = all.give(all.agent, lead, "350", "又错了一次");
        assertThat(why(yes(all.head, third))).isEqualTo(ApprovalResult.Why.LIMIT);
        assertThat(yes(all.director, third)).isInstanceOf(ApprovalResult.Promised.class);
        Remedy large = all.give(all.agent, lead, "500", "又错了一次");
        assertThat(open(large).need()).isEqualTo(Need.REVIEW);
        remedies.takeBack(all.agent, large.id());
        remedies.takeBack(all.agent, third.id());
        assertThat(yes(all.head, second)).isInstanceOf(ApprovalResult.Promised.class);
        assertThat(guard.besides(all.product.bureau(), List.of(ledger.get(all.head, id(second)))))
                .containsEntry(id(second), new Besides(SomeMoney.yuan("100"), false));
    }

    @Test
    void what_was_proposed_on_two_tickets_that_are_one_matter_is_approved_on_one_of_them_only() {
        String phone = "13912340008";
        Remedy first = all.give(all.agent, all.ticket(phone, "发票没有开"), "400");
        Remedy second = all.give(all.agent, all.ticket(phone, "电话有杂音"), "400");
        joins.join(all.head, second.ticket(), first.ticket(), "同一件事");

        assertThat(approvals
                        .earlier(all.director, ledger.get(all.director, id(second)))
                        .given())
                .singleElement()
                .satisfies(earlier -> assertThat(earlier.compensation().id()).isEqualTo(id(first)));
        assertThat(yes(all.director, first)).isInstanceOf(ApprovalResult.Promised.class);
        assertThat(why(yes(all.director, second))).isEqualTo(ApprovalResult.Why.SAME);
        assertThat(approvals.decide(all.director, id(second), 1, false, "已经补偿过"))
                .isInstanceOf(ApprovalResult.TurnedDown.class);
    }

    @Test
    void tickets_that_are_joined_after_both_were_compensated_are_looked_at() {
        String phone = "13912340009";
        Remedy first = all.give(all.agent, all.ticket(phone, "发票没有开"), "40");
        Remedy second = all.give(all.agent, all.ticket(phone, "电话有杂音"), "30");
        joins.join(all.head, second.ticket(), first.ticket(), "同一件事");
        deliveries.await(all.product);

        assertThat(patterns.list(all.manager, true, null, null, 5))
                .singleElement()
                .satisfies(pattern -> {
                    assertThat(pattern.kind()).isEqualTo(PatternKind.JOINED);
                    assertThat(pattern.sum()).isEqualTo(SomeMoney.yuan("70"));
                });
    }

    @Test
    void on_joined_tickets_only_what_was_given_within_the_time_of_patterns_counts() {
        for (int daysAgo : new int[] {366, 365}) {
            String phone = "13912341" + daysAgo;
            TicketId earlier = all.ticket(phone, "发票没有开");
            given(earlier, daysAgo);
            Remedy second = all.give(all.agent, all.ticket(phone, "电话有杂音"), "30");
            joins.join(all.head, second.ticket(), earlier, "同一件事");
            deliveries.await(all.product);

            assertThat(patterns.list(all.manager, true, null, null, 5)).hasSize(366 - daysAgo);
        }
    }

    /** What the agent gave so many days ago, as the ledger has it. */
    private void given(TicketId ticket, int daysAgo) {
        jdbc.sql("insert into recovery.book (bureau, currency) values (?, 'CNY') on conflict do nothing")
                .param(all.product.bureau().value())
                .update();
        jdbc.sql("""
                        insert into recovery.compensation (bureau, id, key, basis, customer, ticket, unit, type, giver, amount, currency,
                               day, proposed_at, account)
                        values (?, gen_random_uuid(), ?, 'GOODWILL', ?, ?, ?, 'bill-credit', ?, 40, 'CNY', ?, now(), 'POSTED')
                        """)
                .params(
                        all.product.bureau().value(),
                        "earlier." + daysAgo,
                        customer(ticket).value(),
                        ticket.value(),
                        all.agent.unit().value(),
                        all.agent.staff().value(),
                        ledger.today(all.product).minusDays(daysAgo))
                .update();
    }

    @Test
    void where_the_bureau_counts_in_another_currency_nobody_gives_alone_and_two_who_lead_approve() {
        all = new SomeMoney(offices, tickets, remedies, "USD");
        TicketId ticket = ticket();
        RemedyId id = remedies.give(all.director, ticket, RemedyKind.BILL_CREDIT, Money.of(CurrencyUnit.USD, 5), "");
        Remedy given = all.find(ticket, id);

        assertThat(open(given).need()).isEqualTo(Need.REVIEW);
        assertThat(why(yes(all.director, given))).isEqualTo(ApprovalResult.Why.GIVER);
        assertThat(yes(all.head, given)).isEqualTo(new ApprovalResult.Next(Need.AUTHORITY));
        assertThat(why(yes(all.head, given))).isEqualTo(ApprovalResult.Why.TWICE);
        assertThat(yes(all.manager, given)).isInstanceOf(ApprovalResult.Promised.class);
    }

    @Test
    void money_on_a_ticket_without_a_customer_is_never_within_ones_own_limits() {
        TicketId nobody = tickets.open(
                        all.agent,
                        new NewTicket(TicketKind.COMPLAINT, Channel.HOT_LINE, "", "发票没有开", null, null, null, null))
                .id();

        Remedy given = all.give(all.agent, nobody, "10");

        assertThat(open(given).need()).isEqualTo(Need.AUTHORITY);
        assertThat(yes(all.head, given)).isInstanceOf(ApprovalResult.Promised.class);
    }

    @Test
    void a_director_gives_a_large_sum_within_their_own_limits_with_one_other_person_only() {
        Remedy given = all.give(all.director, ticket(), "2500");

        assertThat(open(given).need()).isEqualTo(Need.REVIEW);
        assertThat(why(yes(all.director, given))).isEqualTo(ApprovalResult.Why.GIVER);
        assertThat(yes(all.head, given)).isInstanceOf(ApprovalResult.Promised.class);
        assertThat(all.give(all.director, ticket(), "1000").waits()).isFalse();
    }

    @Test
    void what_a_customer_got_by_choice_in_a_run_counts_in_their_year() {
        TicketId ticket = ticket();
        Proposal share = Proposal.of(
                "run", null, customer(ticket), all.agent.unit(), "bill-credit", null, null, SomeMoney.yuan("250"));
        runs.promise(
                all.product, new Run(UUID.randomUUID(), all.head.staff(), all.director.staff(), null, List.of(share)));

        assertThat(all.give(all.agent, ticket, "50.01", "另一件事").waits()).isTrue();
    }

    @Test
    void a_customer_gets_no_more_in_a_year_than_the_limits_of_whoever_gives_it_whoever_gave_before() {
        String phone = "13912340001";
        for (String failed : List.of("发票没有开", "宽带断网，上不了网", "师傅来修了两次，还是不行")) {
            Actor giver = failed.startsWith("发票") ? all.other : all.agent;
            assertThat(all.give(giver, all.ticket(phone, failed), "100").waits())
                    .isFalse();
        }

        Remedy fourth = all.give(all.agent, all.ticket(phone, "电话有杂音"), "0.01");

        assertThat(fourth.waits()).isTrue();
        assertThat(yes(all.head, fourth)).isInstanceOf(ApprovalResult.Promised.class);
    }

    @Test
    void a_person_authorises_no_more_in_a_day_than_their_limit_and_what_is_taken_back_counts_no_more() {
        Remedy first = all.give(all.agent, ticket(), "100");
        for (int n = 1; n < 10; n++) {
            assertThat(all.give(all.agent, ticket(), "100").waits()).isFalse();
        }

        assertThat(all.give(all.agent, ticket(), "1").waits()).isTrue();
        remedies.takeBack(all.agent, first.id());
        assertThat(all.give(all.agent, ticket(), "100").waits()).isFalse();
    }

    @Test
    void of_two_who_approve_at_once_one_wins_and_the_other_is_told_who_was_faster() throws Exception {
        Remedy given = all.give(all.agent, ticket(), "400");
        int step = open(given).step();
        List<Callable<ApprovalResult>> wishes = List.of(
                () -> approvals.decide(all.head, id(given), step, true, ""),
                () -> approvals.decide(all.director, id(given), step, true, ""));

        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<ApprovalResult> results =
                    both.invokeAll(wishes).stream().map(ApprovalsIT::result).toList();
            assertThat(results).hasAtLeastOneElementOfType(ApprovalResult.Promised.class);
            assertThat(results)
                    .filteredOn(ApprovalResult.NotDone.class::isInstance)
                    .singleElement()
                    .satisfies(told -> {
                        ApprovalResult.NotDone late = (ApprovalResult.NotDone) told;
                        assertThat(late.why()).isEqualTo(ApprovalResult.Why.DECIDED);
                        assertThat(late.by()).isIn(all.head.staff(), all.director.staff());
                    });
        }
        assertThat(balances.drift(all.product)).isZero();
    }

    private static ApprovalResult result(Future<ApprovalResult> future) {
        try {
            return future.get();
        } catch (java.util.concurrent.ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void what_is_taken_back_while_it_waits_is_approved_by_nobody_and_what_is_reversed_neither() {
        Remedy waiting = all.give(all.agent, ticket(), "400");
        int step = open(waiting).step();
        remedies.takeBack(all.agent, waiting.id());
        Remedy promised = all.give(all.agent, ticket(), "400");
        yes(all.head, promised);
        remedies.takeBack(all.agent, promised.id());

        assertThat(why(approvals.decide(all.head, id(waiting), step, true, ""))).isEqualTo(ApprovalResult.Why.REFUSED);
        assertThat(why(approvals.decide(all.director, id(promised), step, true, "")))
                .isEqualTo(ApprovalResult.Why.REVERSED);
        assertThat(now(waiting).takenBack()).isNotNull();
        assertThat(ledger.get(all.head, id(waiting)).account()).isEqualTo(Account.REFUSED);
    }

    @Test
    void a_budget_that_is_spent_between_looking_and_giving_asks_its_holder_as_well() {
        budget("150", all.director);
        assertThat(ledger.left(all.other, all.other.unit(), ledger.today(all.other)))
                .hasValueSatisfying(
                        left -> assertThat(left.reaches(SomeMoney.yuan("100"))).isTrue());
        Remedy first = all.give(all.agent, ticket(), "100");

        Remedy second = all.give(all.other, ticket(), "100");

        assertThat(first.waits()).isFalse();
        assertThat(open(second))
                .returns(Need.BUDGET, ApprovalStep::need)
                .returns(all.director.staff(), ApprovalStep::asked);
        assertThat(why(yes(all.head, second))).isEqualTo(ApprovalResult.Why.HOLDER);
        assertThat(why(yes(all.manager, second))).isEqualTo(ApprovalResult.Why.HOLDER);
        assertThat(yes(all.director, second)).isInstanceOf(ApprovalResult.Promised.class);
        assertThat(all.give(all.other, ticket(), "50").waits()).isTrue();
    }

    @Test
    void a_budget_that_is_spent_while_an_approval_waits_adds_its_holder_to_it() {
        budget("450", all.manager);
        Remedy waiting = all.give(all.agent, ticket(), "400");
        all.give(all.other, ticket(), "100");

        assertThat(yes(all.head, waiting)).isEqualTo(new ApprovalResult.Next(Need.BUDGET));
        assertThat(now(waiting).waits()).isTrue();
        assertThat(yes(all.manager, waiting)).isInstanceOf(ApprovalResult.Promised.class);
    }

    @Test
    void a_holder_who_may_not_approve_any_more_is_stood_in_for_by_somebody_who_sets_budgets() {
        budget("10", all.other);
        Remedy given = all.give(all.agent, ticket(), "100");

        assertThat(open(given))
                .returns(Need.BUDGET, ApprovalStep::need)
                .returns(all.director.staff(), ApprovalStep::asked);
        assertThat(why(yes(all.head, given))).isEqualTo(ApprovalResult.Why.HOLDER);
        assertThat(yes(all.director, given)).isInstanceOf(ApprovalResult.Promised.class);
    }

    @Test
    void the_holder_of_a_budget_does_not_let_themselves_go_over_it() {
        budget("10", all.head);
        Remedy own = all.give(all.head, ticket(), "400");

        assertThat(open(own))
                .returns(Need.BUDGET, ApprovalStep::need)
                .returns(all.director.staff(), ApprovalStep::asked);
        assertThat(why(yes(all.head, own))).isEqualTo(ApprovalResult.Why.GIVER);
        assertThat(yes(all.director, own)).isInstanceOf(ApprovalResult.Promised.class);
    }

    @Test
    void what_nobody_answers_escalates_by_itself_until_somebody_decides() {
        Remedy given = all.give(all.agent, ticket(), "400");
        jdbc.sql("""
                        update commitment.clock set started_at = started_at - interval '30 days', due_at = now() - interval '20 days',
                               next_at = now() - interval '1 second'
                         where bureau = ? and subject = ?
                        """).params(all.product.bureau().value(), given.id().value()).update();

        Awaitility.await()
                .until(() -> jdbc.sql("""
                        select count(*) > 0 from notification.message where bureau = ? and code = 'escalation' and subject = ?
                        """)
                        .params(all.product.bureau().value(), given.id().value())
                        .query(Boolean.class)
                        .single());
        yes(all.head, given);
        assertThat(jdbc.sql(
                                "select count(*) from commitment.clock where bureau = ? and subject = ? and ended_at is null")
                        .params(all.product.bureau().value(), given.id().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void more_than_any_post_may_give_is_refused_and_nothing_is_left_of_it() {
        jdbc.sql("update rulebook.rule set amount = 9000 where bureau = ? and code = 'authority.case.manager'")
                .param(all.product.bureau().value())
                .update();
        TicketId ticket = ticket();

        refused("approval.nobody", () -> all.give(all.agent, ticket, "9500"));
        assertThat(remedies.of(all.head, List.of(ticket))).isEmpty();
        assertThat(ledger.ofTickets(all.head, List.of(ticket))).isEmpty();
    }

    @Test
    void a_ticket_is_not_closed_while_a_compensation_waits() {
        TicketId ticket = ticket();
        all.give(all.agent, ticket, "400");

        assertThat(missing(ticket)).contains("remedy.waits.close");
        Remedy waits = remedies.of(all.agent, List.of(ticket))
                .getOrDefault(ticket, List.of())
                .getFirst();
        remedies.takeBack(all.agent, waits.id());
        assertThat(missing(ticket)).doesNotContain("remedy.waits.close");
    }

    private List<String> missing(TicketId ticket) {
        return conditions.stream()
                .flatMap(one -> one.missing(all.agent, ticket).stream())
                .toList();
    }

    private org.redress.ground.party.CustomerId customer(TicketId ticket) {
        return Objects.requireNonNull(tickets.get(all.head, ticket).customer());
    }

    private void budget(String sum, Actor holder) {
        jdbc.sql("insert into recovery.book values (?, 'CNY') on conflict do nothing")
                .param(all.product.bureau().value())
                .update();
        jdbc.sql("""
                        insert into recovery.budget (bureau, id, span, first_day, end_day, sum, currency, holder, set_by, set_at)
                        values (?, ?, 'YEAR', ?, ?, ?, 'CNY', ?, ?, now())
                        """)
                .params(
                        all.product.bureau().value(),
                        UUID.randomUUID(),
                        LocalDate.of(2000, 1, 1),
                        LocalDate.of(2200, 1, 1),
                        SomeMoney.yuan(sum).getAmount(),
                        holder.staff().value(),
                        holder.staff().value())
                .update();
    }

    private static void refused(String code, ThrowingCallable wish) {
        assertThatThrownBy(wish)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
