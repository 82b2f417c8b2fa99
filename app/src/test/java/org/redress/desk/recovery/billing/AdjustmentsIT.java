package org.redress.desk.recovery.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.BillingAdjustments;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.Remedy;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.SomeMoney;
import org.redress.desk.recovery.authority.Approvals;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.desk.recovery.reconcile.CaseLine;
import org.redress.desk.recovery.reconcile.MonthLine;
import org.redress.desk.recovery.reconcile.Reconciliation;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RedressIT
@Tag("S4.4")
class AdjustmentsIT {

    @Autowired
    private Offices offices;

    @Autowired
    private Tickets tickets;

    @Autowired
    private Remedies remedies;

    @Autowired
    private Approvals approvals;

    @Autowired
    private Adjustments adjustments;

    @Autowired
    private AdjustmentBook book;

    @Autowired
    private Compensations ledger;

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private SomeMoney all;

    @BeforeEach
    void found() {
        all = new SomeMoney(offices, tickets, remedies);
    }

    private static CompensationId id(Remedy one) {
        return new CompensationId(one.id().value());
    }

    private List<AdjustmentRow> told(Remedy one) {
        deliveries.await(all.product);
        return adjustments.of(all.head, List.of(id(one)));
    }

    private BigDecimal billed() {
        return jdbc.sql("select coalesce(sum(amount), 0) from recovery.billed where bureau = ?")
                .param(all.product.bureau().value())
                .query(BigDecimal.class)
                .single();
    }

    /** A ticket of nobody known. */
    private TicketId nobodys() {
        return tickets.open(
                        all.agent,
                        new NewTicket(TicketKind.COMPLAINT, Channel.LETTER, "", "发票没有开", null, null, null, null))
                .id();
    }

    /** Given on a ticket of nobody known: the head of the team says yes to it. */
    private Remedy toNobody(String sum) {
        Remedy given = all.give(all.agent, nobodys(), sum);
        approvals.decide(all.head, id(given), 1, true, "");
        return given;
    }

    private MonthLine month() {
        return reconciliation
                .months(all.head, YearMonth.from(ledger.today(all.head)), 1)
                .getFirst();
    }

    @Test
    void every_posting_and_reversal_reaches_billing_once_however_often_it_is_told() {
        Remedy given = all.give(all.agent, all.ticket("13812340001", "发票没有开"), "30");

        assertThat(told(given)).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(AdjustmentState.ACCEPTED);
            assertThat(one.sum()).isEqualTo(SomeMoney.yuan("30"));
            assertThat(one.onBill()).isTrue();
        });
        remedies.takeBack(all.agent, given.id());
        assertThat(told(given))
                .extracting(AdjustmentRow::state)
                .containsExactly(AdjustmentState.ACCEPTED, AdjustmentState.ACCEPTED);
        adjustments.tell(all.product, List.of(id(given)));
        assertThat(book.take(
                        all.product,
                        told(given).stream().map(AdjustmentRow::adjustment).toList()))
                .hasSize(2)
                .allSatisfy(
                        (posting, answer) -> assertThat(answer).isInstanceOf(BillingAdjustments.Answer.Accepted.class));
        assertThat(billed()).isEqualByComparingTo("0");
        assertThat(month().agrees()).isTrue();
    }

    @Test
    void what_has_no_account_is_refused_and_comes_back_to_a_person() {
        Remedy given = toNobody("30");
        AdjustmentRow refused = told(given).getFirst();

        assertThat(refused.reason()).isEqualTo(BillingAdjustments.Reason.ACCOUNT);
        assertThat(adjustments.in(all.head, AdjustmentState.REFUSED, null, null, 10))
                .extracting(AdjustmentRow::posting)
                .containsExactly(refused.posting());
        assertThat(month().postings().refused()).isEqualTo(SomeMoney.yuan("30"));
        assertThat(month().agrees()).isTrue();
        assertThat(cases())
                .singleElement()
                .as("told and refused: billing has nothing of it")
                .returns(SomeMoney.yuan("0"), CaseLine::billing)
                .returns(false, CaseLine::agrees);
        assertThatThrownBy(() -> adjustments.retry(all.head, refused.posting()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("billing.account"));
        assertThat(told(given)).extracting(AdjustmentRow::state).containsExactly(AdjustmentState.REFUSED);
        assertThatThrownBy(() -> adjustments.settle(all.head, refused.posting(), " "))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("billing.why"));
        assertThat(adjustments.settle(all.head, refused.posting(), "现金支付，收据0042"))
                .isTrue();
        assertThat(adjustments.settle(all.director, refused.posting(), "又付一次")).isFalse();
        assertThat(deeds(given)).contains("billing.settle");
        assertThat(month()).returns(SomeMoney.yuan("30"), MonthLine::billed).returns(true, MonthLine::agrees);
        assertThatThrownBy(() -> adjustments.settle(all.agent, refused.posting(), "x"))
                .isInstanceOf(Problem.class);
    }

    @Test
    void what_is_taken_back_before_billing_had_it_leaves_nothing_to_do() {
        Remedy given = toNobody("30");
        told(given);
        remedies.takeBack(all.agent, given.id());

        assertThat(told(given)).extracting(AdjustmentRow::state).containsOnly(AdjustmentState.VOID);
        assertThat(adjustments.in(all.head, AdjustmentState.REFUSED, null, null, 10))
                .isEmpty();
        assertThat(month().agrees()).isTrue();
    }

    @Test
    void a_gift_is_a_cost_of_the_house_and_not_of_the_bill() {
        TicketId ticket = all.ticket("13812340001", "发票没有开");
        Remedy gift = all.find(ticket, remedies.give(all.agent, ticket, RemedyKind.GIFT, SomeMoney.yuan("30"), ""));

        assertThat(told(gift))
                .singleElement()
                .satisfies(one -> assertThat(one.onBill()).isFalse());
    }

    @Test
    void what_is_reversed_before_it_was_posted_never_reaches_billing() {
        Remedy given = new TransactionTemplate(transactions).execute(status -> {
            Remedy one = all.give(all.agent, all.ticket("13812340001", "发票没有开"), "30");
            remedies.takeBack(all.agent, one.id());
            return one;
        });

        assertThat(told(Objects.requireNonNull(given))).isEmpty();
        assertThat(month())
                .returns(SomeMoney.yuan("30"), MonthLine::promised)
                .returns(SomeMoney.yuan("30"), MonthLine::reversed)
                .returns(true, MonthLine::agrees);
    }

    @Test
    void promised_is_posted_open_or_reversed_to_the_cent_and_a_month_is_a_file() {
        Remedy first = all.give(all.agent, all.ticket("13812340001", "发票没有开"), "30.01");
        all.give(all.agent, all.ticket("13812340002", "发票没有开"), "0.99");
        all.give(all.agent, all.ticket("13812340003", "发票没有开"), "400");
        deliveries.await(all.product);
        remedies.takeBack(all.agent, first.id());
        deliveries.await(all.product);

        MonthLine month = month();
        assertThat(month)
                .returns(SomeMoney.yuan("31.00"), MonthLine::promised)
                .returns(SomeMoney.yuan("0.99"), MonthLine::posted)
                .returns(SomeMoney.yuan("30.01"), MonthLine::reversed)
                .returns(SomeMoney.yuan("0.99"), MonthLine::billed)
                .returns(true, MonthLine::agrees);
        List<CaseLine> lines = new ArrayList<>();
        reconciliation.export(all.head, month.month(), lines::add);
        assertThat(lines).hasSize(3).allMatch(CaseLine::agrees);
        assertThatThrownBy(() -> reconciliation.export(all.agent, month.month(), lines::add))
                .isInstanceOf(Problem.class);
    }

    @Test
    void a_difference_is_found_and_its_lines_with_it() {
        Remedy given = all.give(all.agent, all.ticket("13812340001", "发票没有开"), "30");
        deliveries.await(all.product);

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("alter table recovery.balance disable trigger balance_by_entries")
                    .update();
            jdbc.sql("""
                            update recovery.balance set amount = amount - 0.01
                             where bureau = ? and dimension = 'TYPE' and account = 'POSTED'
                            """).param(all.product.bureau().value()).update();
            jdbc.sql("delete from recovery.adjustment where bureau = ? and compensation = ?")
                    .params(all.product.bureau().value(), given.id().value())
                    .update();

            assertThat(month().difference()).isEqualTo(SomeMoney.yuan("0.01"));
            assertThat(month().billingDifference()).isEqualTo(Money.parse("CNY 29.99"));
            assertThat(reconciliation.cases(all.head, month().month(), null, null, 10))
                    .singleElement()
                    .satisfies(line -> assertThat(line.agrees()).isFalse());
            status.setRollbackOnly();
        });
        assertThat(month().agrees()).isTrue();
    }

    private List<CaseLine> cases() {
        return reconciliation.cases(all.head, month().month(), null, null, 10);
    }

    /** What the trail has of a compensation. */
    private List<String> deeds(Remedy one) {
        return jdbc.sql("select deed from trail.entry where bureau = ? and subject = ?")
                .params(all.product.bureau().value(), one.id().value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    @Test
    void only_what_billing_might_take_is_offered_to_be_sent_again() throws Exception {
        Browser head = Browser.of(web, all.head);
        told(toNobody("30"));
        assertThat(head.look("/recovery/billing").page())
                .contains("Settle it, or take it back on its ticket.")
                .doesNotContain("Send again");

        Remedy known = all.give(all.agent, all.ticket("13812340001", "发票没有开"), "31");
        told(known);
        remedies.takeBack(all.agent, known.id());
        told(known);
        reversal(known, "state = 'REFUSED', reason = 'ORIGINAL'");
        assertThat(head.look("/recovery/billing").page()).contains("Send again");
        adjustments.retry(all.head, told(known).getLast().posting());
        assertThat(told(known)).extracting(AdjustmentRow::state).containsOnly(AdjustmentState.ACCEPTED);
        assertThat(deeds(known)).contains("billing.retry");
    }

    private void reversal(Remedy one, String set) {
        assertThat(jdbc.sql("update recovery.adjustment set " + set
                                + " where bureau = ? and compensation = ? and reverses is not null")
                        .params(all.product.bureau().value(), one.id().value())
                        .update())
                .isEqualTo(1);
    }

    @Test
    void a_reversal_that_billing_does_not_have_does_not_agree_and_stands_apart_until_somebody_settles_it()
            throws Exception {
        Remedy given = all.give(all.agent, all.ticket("13812340001", "发票没有开"), "30");
        told(given);
        remedies.takeBack(all.agent, given.id());
        told(given);
        assertThat(month().agrees()).isTrue();
        Browser head = Browser.of(web, all.head);
        String page = "/recovery/reconciliation";
        assertThat(head.look(page).page()).contains("Everything agrees");

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            reversal(given, "state = 'OPEN'");
            assertThat(month())
                    .returns(SomeMoney.yuan("30"), MonthLine::billed)
                    .returns(SomeMoney.yuan("0"), MonthLine::billingDifference)
                    .returns(false, MonthLine::agrees)
                    .returns(SomeMoney.yuan("30"), line -> line.reversals().asked());
            status.setRollbackOnly();
        });
        reversal(given, "state = 'REFUSED', reason = 'ORIGINAL'");
        assertThat(month())
                .returns(false, MonthLine::agrees)
                .returns(SomeMoney.yuan("30"), line -> line.reversals().refused());
        assertThat(cases())
                .singleElement()
                .returns(SomeMoney.yuan("30"), CaseLine::billing)
                .returns(false, CaseLine::agrees);
        assertThat(head.look(page).page()).contains("¥30.00 taken back").doesNotContain("Everything agrees");
        assertThat(head.look(page + "/" + month().month()).page()).contains("billing still counts ¥30.00");
        AdjustmentRow refused = told(given).getLast();
        assertThat(adjustments.settle(all.head, refused.posting(), "账务中心手工冲回")).isTrue();
        assertThat(month().agrees()).isTrue();
        assertThat(cases()).allMatch(CaseLine::agrees);

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("delete from recovery.adjustment where bureau = ? and compensation = ? and reverses is not null")
                    .params(all.product.bureau().value(), given.id().value())
                    .update();
            assertThat(month())
                    .returns(false, MonthLine::agrees)
                    .returns(SomeMoney.yuan("30"), line -> line.reversals().untold());
            status.setRollbackOnly();
        });
    }

    @Test
    void the_book_of_adjustments_is_not_changed_by_hand() {
        told(all.give(all.agent, all.ticket("13812340001", "发票没有开"), "30"));

        assertThatThrownBy(() -> jdbc.sql("update recovery.billed set amount = 1 where bureau = ?")
                        .param(all.product.bureau().value())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
        assertThat(book.take(
                        all.product,
                        List.of(new BillingAdjustments.Adjustment(
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                null,
                                false,
                                SomeMoney.yuan("-1"),
                                ledger.today(all.head)))))
                .hasSize(1)
                .allSatisfy((posting, answer) -> assertThat(answer)
                        .isEqualTo(new BillingAdjustments.Answer.Refused(BillingAdjustments.Reason.ORIGINAL)));
    }
}
