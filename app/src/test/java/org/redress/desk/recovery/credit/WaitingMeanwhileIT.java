package org.redress.desk.recovery.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.UUID;
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
    TownRuns townRuns;

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
        outage = towns.outage(town);
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

    private CreditShare theirs(CreditRun run) {
        return townRuns.share(town, run, town.customers().getFirst());
    }

    @Test
    void what_was_refused_before_the_run_is_entered_takes_nobody_out_of_it() {
        Compensation waits = waits();
        CreditRun run = townRuns.proposed(town, outage);
        assertThat(theirs(run).why()).isEqualTo(Why.PENDING);
        assertThat(theirs(run).extra().isPositive())
                .as("what is approved is the most")
                .isTrue();
        refuse(waits);
        CreditRun posted = townRuns.approved(town, run, CreditRunState.POSTED);

        assertThat(theirs(posted).why()).isNull();
        assertThat(posted.sums().total()).isEqualTo(run.sums().total());
    }

    @Test
    void
            what_still_waits_when_the_run_is_entered_is_not_given_twice_and_where_it_is_refused_then_somebody_hears_of_it() {
        Compensation waits = waits();
        CreditRun posted = townRuns.posted(town, outage);
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
