package org.redress.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.contact.Feelings;
import org.redress.desk.recovery.authority.ApprovalStep;
import org.redress.desk.recovery.authority.Approvals;
import org.redress.desk.recovery.authority.Need;
import org.redress.desk.recovery.budget.Budgets;
import org.redress.desk.recovery.ledger.Balances;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.desk.recovery.reconcile.MonthLine;
import org.redress.desk.recovery.reconcile.Reconciliation;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Posts;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RedressIT
@Tag("S4.4")
class DemoMoneyIT {

    @Autowired
    Demonstration demonstration;

    @Autowired
    Bureaus bureaus;

    @Autowired
    Approvals approvals;

    @Autowired
    Budgets budgets;

    @Autowired
    Balances balances;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    Compensations ledger;

    @Autowired
    Feelings feelings;

    @Autowired
    Clock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void a_first_start_shows_money_given_waiting_and_taken_back_and_the_budgets_that_pay() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            demonstration.found();
            Actor command = bureaus.command(bureaus.list().getLast());

            assertThat(approvals.waiting(command, null, null, 50))
                    .as("a healthy bureau: a few wait, one of them over its budget")
                    .hasSizeBetween(3, 8)
                    .extracting(ApprovalStep::need)
                    .contains(Need.AUTHORITY, Need.REVIEW)
                    .containsOnlyOnce(Need.BUDGET);
            assertThat(budgets.list(command, null, null, 10)).hasSize(3);
            assertThat(feelings.since(command, clock.instant().minus(Duration.ofDays(30))))
                    .filteredOn(post -> post.all() >= feelings.minimum(command))
                    .extracting(Feelings.AfterAnswers::post)
                    .contains(Posts.AGENT, Posts.HEAD);
            MonthLine month = reconciliation
                    .months(command, YearMonth.from(ledger.today(command)), 1)
                    .getFirst();
            assertThat(month.reversed().isPositive()).isTrue();
            assertThat(month.difference().isZero()).isTrue();
            assertThat(balances.drift(command)).isZero();
            status.setRollbackOnly();
        });
    }
}
