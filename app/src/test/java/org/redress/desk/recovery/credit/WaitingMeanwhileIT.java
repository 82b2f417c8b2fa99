package org.redress.desk.recovery.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.credit.CreditShare.Why;
import org.redress.desk.recovery.credit.HitTown.Town;
import org.redress.desk.recovery.ledger.Compensation;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.desk.recovery.ledger.Proposal;
import org.redress.support.Deliveries;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Goodwill that waits for a yes while a run is reckoned and entered: nobody has it twice, and nobody is forgotten. */
@RedressIT
@Tag("S4.3")
class WaitingMeanwhileIT {

    @Autowired
    HitTown towns;

    @Autowired
    CreditRuns runs;

    @Autowired
    CreditFiles files;

    @Autowired
    CreditWork work;

    @Autowired
    Compensations ledger;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcClient jdbc;

    private Town town;
    private UUID outage;

    @BeforeEach
    void found() {
        town = towns.found(2);
        outage = towns.outage(town, Instant.parse("2026-11-02T00:00:00Z"), Duration.ofHours(72));
    }

    private Compensation waits() {
        return ledger.propose(
                town.agent(),
                Proposal.of(
                        "test." + UUID.randomUUID(),
                        null,
                        town.customers().getFirst(),
                        town.crew(),
                        RemedyKind.BILL_CREDIT.code(),
                        CreditIdentity.choice(outage),
                        null,
                        Money.of(HitTown.YUAN, new BigDecimal("5.00"))));
    }

    private void refuse(Compensation one) {
        ledger.refuse(town.head(), one.id(), "不符合条件");
        deliveries.await(town.command());
    }

    private CreditRun built() {
        CreditResult result = runs.propose(town.head(), outage);
        return await(((CreditResult.Done) result).run().id(), CreditRunState.PROPOSED);
    }

    private CreditRun posted(CreditRun built) {
        CreditRun once = ((CreditResult.Done) runs.approve(town.second(), built.id(), built.version())).run();
        assertThat(runs.approve(town.third(), built.id(), once.version())).isInstanceOf(CreditResult.Done.class);
        return await(built.id(), CreditRunState.POSTED);
    }

    private CreditRun await(CreditRunId id, CreditRunState state) {
        Awaitility.await().until(() -> {
            work.goOn(town.command(), id);
            return files.find(town.command(), id).orElseThrow().state() == state;
        });
        deliveries.await(town.command());
        return files.find(town.command(), id).orElseThrow();
    }

    private CreditShare theirs(CreditRun run) {
        return files.shares(town.head(), run, null, 9).stream()
                .filter(one -> one.customer().equals(town.customers().getFirst()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_was_refused_before_the_run_is_entered_takes_nobody_out_of_it() {
        Compensation waits = waits();
        CreditRun run = built();
        assertThat(theirs(run).why()).isEqualTo(Why.PENDING);
        assertThat(theirs(run).extra().isPositive())
                .as("what is approved is the most")
                .isTrue();
        refuse(waits);
        CreditRun posted = posted(run);

        assertThat(theirs(posted).why()).isNull();
        assertThat(posted.sums().total()).isEqualTo(run.sums().total());
    }

    @Test
    void
            what_still_waits_when_the_run_is_entered_is_not_given_twice_and_where_it_is_refused_then_somebody_hears_of_it() {
        Compensation waits = waits();
        CreditRun posted = posted(built());
        assertThat(theirs(posted).extra().isZero()).isTrue();
        assertThat(theirs(posted).statutory().isPositive())
                .as("owed all the same")
                .isTrue();
        assertThat(theirs(posted).why()).isEqualTo(Why.PENDING);
        refuse(waits);
        refuse(waits);

        assertThat(theirs(posted).why()).isEqualTo(Why.REFUSED);
        assertThat(jdbc.sql("select address from notification.message where bureau = ? and code = 'credit.leftout'")
                        .param(town.command().bureau().value())
                        .query(String.class)
                        .list())
                .containsExactly(town.head().staff().value().toString());
    }
}
