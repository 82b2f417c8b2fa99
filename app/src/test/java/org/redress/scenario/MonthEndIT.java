package org.redress.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.Redress;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.Remedy;
import org.redress.desk.recovery.SomeMoney;
import org.redress.desk.recovery.authority.ApprovalResult;
import org.redress.desk.recovery.authority.Approvals;
import org.redress.desk.recovery.billing.AdjustmentRow;
import org.redress.desk.recovery.billing.Adjustments;
import org.redress.desk.recovery.budget.BudgetStanding;
import org.redress.desk.recovery.budget.Budgets;
import org.redress.desk.recovery.budget.Span;
import org.redress.desk.recovery.ledger.Account;
import org.redress.desk.recovery.ledger.Balance;
import org.redress.desk.recovery.ledger.Balances;
import org.redress.desk.recovery.ledger.Compensation;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.desk.recovery.ledger.Dimension;
import org.redress.desk.recovery.ledger.Entry;
import org.redress.desk.recovery.ledger.Moved;
import org.redress.desk.recovery.reconcile.CaseLine;
import org.redress.desk.recovery.reconcile.MonthLine;
import org.redress.desk.recovery.reconcile.Reconciliation;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.Outbox;
import org.redress.support.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * Money at the end of a month whose last day ends summer time, on a clock of its own that is set back over that midnight: it
 * belongs to the day on which it was proposed, whatever the clock says when something happens to it afterwards.
 */
@SpringBootTest(classes = {Redress.class, MonthEndIT.Time.class})
@ContextConfiguration(initializers = OwnDatabase.class)
@DirtiesContext
@Tag("S4.4")
class MonthEndIT {

    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        VirtualClock virtualClock() {
            return new VirtualClock(NOON);
        }
    }

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 10, 31);
    private static final YearMonth OCTOBER = YearMonth.from(LAST_DAY);
    private static final YearMonth NOVEMBER = OCTOBER.plusMonths(1);

    private static final Instant NOON = Instant.parse("2027-10-30T10:00:00Z");
    private static final Instant LAST_SECOND = Instant.parse("2027-10-31T22:59:59Z");
    private static final Instant AFTER_MIDNIGHT = LAST_SECOND.plusSeconds(2);
    private static final Instant AN_HOUR_BACK = AFTER_MIDNIGHT.minus(Duration.ofHours(1));

    @Autowired
    VirtualClock clock;

    @Autowired
    Bureaus bureaus;

    @Autowired
    Offices offices;

    @Autowired
    Tickets tickets;

    @Autowired
    Remedies remedies;

    @Autowired
    Approvals approvals;

    @Autowired
    Budgets budgets;

    @Autowired
    Compensations ledger;

    @Autowired
    Balances balances;

    @Autowired
    Adjustments adjustments;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    Commitments commitments;

    @Autowired
    Outbox outbox;

    private SomeMoney all;
    private UUID october;
    private UUID november;
    private int phones;

    @BeforeEach
    void found() {
        clock.set(NOON);
        Bureau bureau = bureaus.found("月末局", "Month end", BERLIN, "CN", "CN", "CNY", false);
        bureaus.addUnit(bureau.id(), "desk", "前台", "Front desk");
        all = new SomeMoney(offices, bureaus.command(bureau), tickets, remedies);
        october = budget(OCTOBER);
        november = budget(NOVEMBER);
    }

    private UUID budget(YearMonth month) {
        return budgets.set(
                all.manager, null, Span.MONTH, month.atDay(15), SomeMoney.yuan("5000"), all.director.staff());
    }

    private BudgetStanding standing(UUID budget) {
        return budgets.find(all.manager, budget).orElseThrow();
    }

    /** To a customer of their own, so that only the limits of a day count. */
    private Remedy give(String sum) {
        return all.give(all.agent, all.ticket("138" + (10_000_000 + ++phones), "发票没有开"), sum);
    }

    private static CompensationId id(Remedy one) {
        return new CompensationId(one.id().value());
    }

    private Compensation now(Remedy one) {
        return ledger.get(all.head, id(one));
    }

    private ApprovalResult yes(Actor by, Remedy one) {
        return approvals.decide(by, id(one), 1, true, "");
    }

    private List<Entry.Kind> steps(Remedy one) {
        return ledger.entries(all.head, List.of(id(one))).stream()
                .map(Entry::kind)
                .toList();
    }

    @Test
    void what_is_given_in_the_last_second_of_a_month_stays_in_it_though_the_clock_is_set_back_over_midnight() {
        clock.moveTo(LAST_SECOND);
        Remedy given = give("400");
        clock.moveTo(AFTER_MIDNIGHT);
        assertThat(yes(all.head, given)).isInstanceOf(ApprovalResult.Promised.class);
        outbox.drain();

        assertThat(now(given))
                .returns(Account.POSTED, Compensation::account)
                .returns(LAST_DAY, Compensation::day)
                .returns(october, Compensation::budget);
        assertThat(standing(october).spent()).isEqualTo(SomeMoney.yuan("400"));
        assertThat(standing(november).spent()).isEqualTo(SomeMoney.yuan("0"));
        assertThat(months()).extracting(MonthLine::posted).containsExactly(SomeMoney.yuan("0"), SomeMoney.yuan("400"));

        clock.set(AN_HOUR_BACK);
        assertThat(yes(all.head, given))
                .isInstanceOfSatisfying(
                        ApprovalResult.NotDone.class,
                        done -> assertThat(done.why()).isEqualTo(ApprovalResult.Why.DECIDED));
        remedies.takeBack(all.agent, given.id());
        assertThat(ledger.reverse(all.agent, id(given), ""))
                .isInstanceOfSatisfying(
                        Moved.Done.class, done -> assertThat(done.again()).isTrue());
        outbox.drain();

        onceEachInOctober(given);
    }

    private void onceEachInOctober(Remedy given) {
        assertThat(steps(given))
                .as("once each, in their order, though the last of them was entered an hour before the others")
                .containsExactly(Entry.Kind.PROPOSE, Entry.Kind.APPROVE, Entry.Kind.POST, Entry.Kind.REVERSE);
        assertThat(adjustments.of(all.head, List.of(id(given))))
                .as("billing was told of both, and the posting stands before its reversal")
                .extracting(AdjustmentRow::sum)
                .containsExactly(SomeMoney.yuan("400"), SomeMoney.yuan("-400"));
        assertThat(standing(october))
                .returns(SomeMoney.yuan("0"), BudgetStanding::spent)
                .returns(SomeMoney.yuan("5000"), BudgetStanding::left);
        assertThat(balances.of(
                        all.head,
                        Dimension.TYPE,
                        given.kind().code(),
                        NOVEMBER.atDay(1),
                        NOVEMBER.plusMonths(1).atDay(1)))
                .as("nothing of it is in another month")
                .isEmpty();
        assertThat(balances.of(all.head, Dimension.TYPE, given.kind().code(), OCTOBER.atDay(1), NOVEMBER.atDay(1)))
                .filteredOn(one -> one.account() == Account.REVERSED)
                .extracting(Balance::sum)
                .containsExactly(SomeMoney.yuan("400"));
        assertThat(balances.drift(all.product)).isZero();
        assertThat(months()).allMatch(MonthLine::agrees);
        assertThat(months().getLast())
                .returns(SomeMoney.yuan("400"), MonthLine::promised)
                .returns(SomeMoney.yuan("400"), MonthLine::reversed);
        assertThat(reconciliation.cases(all.head, OCTOBER, null, null, 10))
                .singleElement()
                .as("where its lines say that it stands is not asked of a clock")
                .returns(true, CaseLine::agrees);
        assertThat(reconciliation.cases(all.head, NOVEMBER, null, null, 10)).isEmpty();
    }

    /** November and October. */
    private List<MonthLine> months() {
        return reconciliation.months(all.head, NOVEMBER, 2);
    }

    @Test
    void what_was_asked_before_the_clock_was_set_back_is_answered_and_owed_no_longer() {
        clock.moveTo(AFTER_MIDNIGHT);
        Remedy given = give("400");
        clock.set(AN_HOUR_BACK);

        assertThat(yes(all.head, given)).isInstanceOf(ApprovalResult.Promised.class);
        assertThat(commitments.of(
                        all.product, new Subject(Compensations.KIND, given.id().value())))
                .singleElement()
                .satisfies(asked -> assertThat(asked.endedAt()).isEqualTo(AFTER_MIDNIGHT));
        clock.set(AFTER_MIDNIGHT);
        outbox.drain();
        assertThat(now(given))
                .returns(Account.POSTED, Compensation::account)
                .returns(LAST_DAY.plusDays(1), Compensation::day)
                .returns(november, Compensation::budget);
        assertThat(steps(given)).containsExactly(Entry.Kind.PROPOSE, Entry.Kind.APPROVE, Entry.Kind.POST);
        assertThat(standing(october).left()).isEqualTo(SomeMoney.yuan("5000"));
        assertThat(standing(november).spent()).isEqualTo(SomeMoney.yuan("400"));
        assertThat(balances.drift(all.product)).isZero();
    }

    @Test
    void the_longest_day_of_the_year_is_one_day_for_its_limits() {
        // From two to three comes twice on it, once an hour before the other.
        for (String moment : List.of("2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z")) {
            clock.moveTo(Instant.parse(moment));
            for (int n = 0; n < 5; n++) {
                assertThat(give("100").stands()).isTrue();
            }
        }
        clock.moveTo(LAST_SECOND);
        assertThat(give("0.01").waits()).as("a day's 1,000 are given").isTrue();
        clock.moveTo(AFTER_MIDNIGHT);
        assertThat(give("100").stands()).as("another day").isTrue();
        clock.set(AN_HOUR_BACK);
        assertThat(give("0.01").waits()).as("the same day again").isTrue();
        clock.set(AFTER_MIDNIGHT);
        outbox.drain();
        assertThat(standing(october).spent()).isEqualTo(SomeMoney.yuan("1000"));
        assertThat(standing(november).spent()).isEqualTo(SomeMoney.yuan("100"));
        assertThat(balances.drift(all.product)).isZero();
    }
}
