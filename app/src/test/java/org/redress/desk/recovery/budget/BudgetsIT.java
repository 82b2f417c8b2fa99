package org.redress.desk.recovery.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.SomeMoney;
import org.redress.desk.recovery.ledger.Compensation;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.desk.recovery.ledger.CompensationRuns;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.desk.recovery.ledger.LedgerFilter;
import org.redress.desk.recovery.ledger.Proposal;
import org.redress.desk.recovery.ledger.Run;
import org.redress.desk.recovery.ledger.RunResult;
import org.redress.desk.ticket.Tickets;
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
class BudgetsIT {

    @Autowired
    private Offices offices;

    @Autowired
    private Tickets tickets;

    @Autowired
    private Remedies remedies;

    @Autowired
    private Budgets budgets;

    @Autowired
    private Compensations ledger;

    @Autowired
    private CompensationRuns runs;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private JdbcClient jdbc;

    private SomeMoney all;
    private LocalDate today;

    @BeforeEach
    void found() {
        all = new SomeMoney(offices, tickets, remedies);
        today = ledger.today(all.manager);
    }

    private UUID set(String sum) {
        return budgets.set(all.manager, null, Span.MONTH, today, SomeMoney.yuan(sum), all.director.staff());
    }

    private BudgetStanding standing(UUID id) {
        return budgets.find(all.manager, id).orElseThrow();
    }

    @Test
    void a_budget_says_what_waits_what_is_committed_and_spent_what_is_left_and_where_it_goes() {
        UUID id = set("1000");
        all.give(all.agent, all.ticket("13812340001", "发票没有开"), "100");
        all.give(all.agent, all.ticket("13812340002", "发票没有开"), "400");
        deliveries.await(all.product);

        BudgetStanding one = standing(id);

        assertThat(one.spent()).isEqualTo(SomeMoney.yuan("100"));
        assertThat(one.committed()).isEqualTo(SomeMoney.yuan("0"));
        assertThat(one.waiting()).isEqualTo(SomeMoney.yuan("400"));
        assertThat(one.left()).isEqualTo(SomeMoney.yuan("900"));
        assertThat(one.forecast()).isEqualTo(forecast("100", one));
    }

    @Test
    void what_is_promised_and_not_posted_is_committed_leaves_less_and_is_in_the_forecast() {
        UUID id = set("1000");
        all.give(all.agent, all.ticket("13812340001", "发票没有开"), "100");
        Run run = new Run(
                UUID.randomUUID(),
                all.head.staff(),
                all.director.staff(),
                null,
                Stream.of("a", "b", "c").map(this::hundred).toList());
        assertThat(runs.promise(all.product, run)).isEqualTo(new RunResult.Promised(3, false));
        deliveries.await(all.product);

        BudgetStanding promised = standing(id);
        assertThat(promised)
                .returns(SomeMoney.yuan("300"), BudgetStanding::committed)
                .returns(SomeMoney.yuan("100"), BudgetStanding::spent)
                .returns(SomeMoney.yuan("0"), BudgetStanding::waiting)
                .returns(SomeMoney.yuan("600"), BudgetStanding::left)
                .returns(forecast("400", promised), BudgetStanding::forecast);
        assertThat(runs.post(all.product, run.id())).isEqualTo(3);
        assertThat(standing(id))
                .returns(SomeMoney.yuan("0"), BudgetStanding::committed)
                .returns(SomeMoney.yuan("400"), BudgetStanding::spent)
                .returns(SomeMoney.yuan("600"), BudgetStanding::left)
                .returns(promised.forecast(), BudgetStanding::forecast);
    }

    private Money forecast(String used, BudgetStanding of) {
        return Forecast.of(
                SomeMoney.yuan(used), of.budget().firstDay(), of.budget().endDay(), today);
    }

    private Proposal hundred(String key) {
        return Proposal.of(
                key,
                null,
                new CustomerId(UUID.randomUUID()),
                all.product.unit(),
                "bill-credit",
                null,
                null,
                SomeMoney.yuan("100"));
    }

    @Test
    void what_is_given_is_charged_to_the_budget_of_the_nearest_unit() {
        UUID bureau = set("1000");
        UUID unit = budgets.set(
                all.manager, all.agent.unit(), Span.QUARTER, today, SomeMoney.yuan("500"), all.head.staff());
        all.give(all.agent, all.ticket("13812340001", "发票没有开"), "100");
        deliveries.await(all.product);

        assertThat(standing(unit).spent()).isEqualTo(SomeMoney.yuan("100"));
        assertThat(standing(bureau).spent()).isEqualTo(SomeMoney.yuan("0"));
        assertThat(budgets.list(all.manager, null, null, 10)).hasSize(2);
    }

    @Test
    void a_budget_that_cannot_be_is_refused_with_its_reason() {
        set("1000");
        StaffId nobody = new StaffId(UUID.randomUUID());

        refused("budget.taken", () -> set("5"));
        refused(
                "budget.taken",
                () -> budgets.set(all.manager, null, Span.YEAR, today, SomeMoney.yuan("5"), all.head.staff()));
        refused(
                "budget.past",
                () -> budgets.set(
                        all.manager, null, Span.MONTH, today.minusMonths(1), SomeMoney.yuan("5"), all.head.staff()));
        refused("budget.sum", () -> set("-1"));
        refused(
                "budget.sum",
                () -> budgets.set(all.manager, null, Span.MONTH, today, Money.parse("USD 5"), all.head.staff()));
        refused(
                "budget.holder",
                () -> budgets.set(all.manager, null, Span.MONTH, today.plusMonths(1), SomeMoney.yuan("5"), nobody));
        refused(
                "budget.holder",
                () -> budgets.set(
                        all.manager, null, Span.MONTH, today.plusMonths(1), SomeMoney.yuan("5"), all.agent.staff()));
        refused(
                "access.denied",
                () -> budgets.set(all.head, null, Span.MONTH, today, SomeMoney.yuan("5"), all.head.staff()));
        refused("access.denied", () -> budgets.list(all.agent, null, null, 10));
    }

    @Test
    void whoever_changes_a_budget_that_was_changed_meanwhile_is_told() {
        UUID id = set("1000");

        assertThat(budgets.change(all.manager, id, 1, SomeMoney.yuan("900"), all.head.staff()))
                .isEqualTo(Budgets.Change.DONE);
        assertThat(budgets.change(all.manager, id, 1, SomeMoney.yuan("5"), all.head.staff()))
                .isEqualTo(Budgets.Change.MOVED);
        assertThat(standing(id).budget().sum()).isEqualTo(SomeMoney.yuan("900"));
    }

    @Test
    void every_sum_and_holder_that_a_budget_had_is_kept_with_who_set_it() {
        UUID id = set("1000");
        budgets.change(all.manager, id, 1, SomeMoney.yuan("900"), all.head.staff());

        assertThat(jdbc.sql(
                                "select version || ' ' || sum || ' ' || holder from recovery.budget_version where budget = ? order by version")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "1 1000.00 " + all.director.staff().value(),
                        "2 900.00 " + all.head.staff().value());
        for (String change : List.of(
                "update recovery.budget set sum = 5 where id = ?",
                "update recovery.budget set end_day = end_day + 1, version = version + 1 where id = ?",
                "delete from recovery.budget_version where budget = ?")) {
            assertThatThrownBy(() -> jdbc.sql(change).param(id).update()).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void what_is_given_at_the_end_of_a_month_belongs_to_the_month_of_the_bureau_and_not_of_the_machine() {
        CompensationId id = new CompensationId(all.give(all.agent, all.ticket("13812340001", "发票没有开"), "10")
                .id()
                .value());
        Compensation one = ledger.get(all.agent, id);

        assertThat(one.day()).isEqualTo(LocalDate.ofInstant(one.proposedAt(), all.agent.zone()));
        assertThat(ledger.list(all.agent, new LedgerFilter(null, "", null, null), 10))
                .extracting(Compensation::id)
                .containsExactly(id);
    }

    private static void refused(String code, ThrowingCallable wish) {
        assertThatThrownBy(wish)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
