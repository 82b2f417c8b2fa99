package org.redress.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.contact.Feelings;
import org.redress.desk.recovery.authority.ApprovalStep;
import org.redress.desk.recovery.authority.Approvals;
import org.redress.desk.recovery.authority.Need;
import org.redress.desk.recovery.budget.Budgets;
import org.redress.desk.recovery.ledger.Balances;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.desk.recovery.reaction.Reactions;
import org.redress.desk.recovery.reconcile.MonthLine;
import org.redress.desk.recovery.reconcile.Reconciliation;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Posts;
import org.redress.improve.insight.effect.EffectPage;
import org.redress.improve.insight.effect.LeagueLine;
import org.redress.improve.insight.effect.RecoveryEffects;
import org.redress.improve.insight.effect.Side;
import org.redress.improve.insight.effect.SomeEffects;
import org.redress.platform.jobs.Outbox;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RedressIT
@Tag("S4.4")
@Tag("S4.5")
class DemonstrationIT {

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
    SomeEffects some;

    @Autowired
    RecoveryEffects effects;

    @Autowired
    Reactions reactions;

    @Autowired
    Outbox outbox;

    @Autowired
    Clock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void a_first_start_shows_money_in_order_and_what_recoveries_came_to() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            demonstration.found();
            Actor command = bureaus.command(bureaus.list().getLast());
            money(command);
            outbox.drain();
            some.reckon(command);
            effect(command);
            league(command);
            status.setRollbackOnly();
        });
    }

    private void money(Actor command) {
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
        YearMonth now = YearMonth.from(ledger.today(command));
        MonthLine month = reconciliation.months(command, now, 1).getFirst();
        assertThat(month.reversed().isPositive()).isTrue();
        assertThat(month.difference().isZero()).isTrue();
        assertThat(reconciliation.months(command, now.minusMonths(6), 6))
                .as("what was given in the trial was posted at its time")
                .anySatisfy(one -> assertThat(one.posted().isPositive()).isTrue())
                .allSatisfy(one -> assertThat(one.open().isZero()).isTrue())
                .allSatisfy(one -> assertThat(one.difference().isZero()).isTrue());
        assertThat(balances.drift(command)).isZero();
    }

    private void effect(Actor command) {
        EffectPage page = effects.page(command);
        assertThat(page.retention())
                .filteredOn(line -> line.side() == Side.GIVEN || line.side() == Side.NOTHING)
                .hasSize(6)
                .allSatisfy(line -> assertThat(line.enough(page.minimum())).isTrue());
        assertThat(page.retention())
                .filteredOn(line -> line.side() == Side.AGAIN_GIVEN)
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.cases()).isPositive())
                .allSatisfy(line -> assertThat(line.enough(page.minimum())).isFalse());
        assertThat(page.value()).as("cost and what was kept").isNotNull();
        assertThat(page.before()).isNotNull();
        assertThat(reactions.late(command, new Reactions.After(Instant.EPOCH, new UUID(0, 0), ""), 100))
                .as("no ring of the trial is open")
                .allSatisfy(step ->
                        assertThat(step.startedAt()).isAfter(clock.instant().minus(Duration.ofDays(60))));
    }

    private void league(Actor command) {
        List<LeagueLine> league = effects.league(command);
        assertThat(league)
                .filteredOn(LeagueLine::placed)
                .extracting(LeagueLine::type)
                .contains("repair-failed-again")
                .doesNotContain("roaming-charges", "no-signal", "charged-without-order");
        assertThat(league)
                .filteredOn(line ->
                        line.type().equals("repair-failed-again") && line.kind().equals("rent-waiver"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.stayed()).isNotNull();
                    assertThat(line.satisfaction()).isNotNull();
                });
        assertThat(league).filteredOn(line -> !line.placed()).isNotEmpty();
    }
}
