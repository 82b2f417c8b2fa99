package org.redress.desk.recovery.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.credit.CreditResult.Why;
import org.redress.desk.recovery.credit.HitTown.Town;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.StaffId;
import org.redress.support.Browser;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is asked for the yes that a run waits for, and who may say it. */
@RedressIT
@Tag("S4.3")
class RunApprovalsIT {

    @Autowired
    HitTown towns;

    @Autowired
    TownRuns townRuns;

    @Autowired
    CreditRuns runs;

    @Autowired
    Commitments commitments;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Town town;

    @BeforeEach
    void found() {
        town = towns.found(3);
    }

    private CreditRun proposed() {
        return townRuns.proposed(town, towns.outage(town));
    }

    private CreditRun lacking() {
        return townRuns.approved(town, proposed(), CreditRunState.SHORT);
    }

    private List<String> told(CreditRunId id, String code) {
        return jdbc.sql("""
                        select address from notification.message
                         where bureau = ? and code = ? and subject_kind = 'credit' and subject = ? order by id
                        """)
                .params(town.command().bureau().value(), code, id.value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static String address(StaffId person) {
        return person.value().toString();
    }

    private long waiting(CreditRunId id) {
        return commitments.of(town.command(), CreditAsking.subject(id)).stream()
                .filter(clock -> clock.endedAt() == null)
                .count();
    }

    @Test
    void for_each_approval_somebody_who_may_say_it_is_asked_with_a_clock_until_it_is_said() throws Exception {
        CreditRun run = proposed();
        StaffId first = Objects.requireNonNull(run.people().asked());
        assertThat(first)
                .isIn(town.second().staff(), town.third().staff())
                .isNotEqualTo(town.head().staff());
        assertThat(told(run.id(), "credit.asked")).containsExactly(address(first));
        assertThat(waiting(run.id())).isEqualTo(1);
        assertThat(Browser.of(web, town.second())
                        .look("/credits/" + run.id().value())
                        .page())
                .contains("Asked");

        CreditRun once = TownRuns.done(runs.approve(town.second(), run.id(), run.version()));
        StaffId next =
                Objects.requireNonNull(townRuns.now(town, run.id()).people().asked());
        assertThat(next).isNotIn(town.head().staff(), town.second().staff());
        assertThat(told(run.id(), "credit.asked")).hasSize(2).endsWith(address(next));
        assertThat(waiting(run.id())).isEqualTo(1);
        TownRuns.done(runs.approve(town.third(), run.id(), once.version()));
        townRuns.await(town, run.id(), CreditRunState.POSTED);
        assertThat(waiting(run.id())).isZero();
    }

    @Test
    void what_nobody_answers_climbs_the_ladder() {
        CreditRun run = proposed();
        jdbc.sql("""
                        update commitment.clock set started_at = started_at - interval '30 days', due_at = now() - interval '20 days',
                               next_at = now() - interval '1 second'
                         where bureau = ? and subject = ?
                        """).params(town.command().bureau().value(), run.id().value()).update();
        Awaitility.await().until(() -> !told(run.id(), "escalation").isEmpty());
        TownRuns.done(runs.withdraw(town.second(), run.id(), run.version(), "登记错了"));
        assertThat(waiting(run.id())).isZero();
    }

    @Test
    void of_a_large_run_one_of_the_two_leads_a_department_or_the_house() {
        CreditRun run = TownRuns.done(runs.propose(town.third(), towns.outage(town)));
        CreditRun built = townRuns.await(town, run.id(), CreditRunState.PROPOSED);
        jdbc.sql("update recovery.credit_run set statutory = 20000 where bureau = ? and id = ?")
                .params(town.command().bureau().value(), run.id().value())
                .update();
        CreditRun once = TownRuns.done(runs.approve(town.second(), run.id(), built.version()));

        assertThat(once.people().asked()).isEqualTo(town.manager().staff());
        assertThat(TownRuns.refused(runs.approve(town.head(), run.id(), once.version())))
                .isEqualTo(Why.ABOVE);
        TownRuns.done(runs.approve(town.manager(), run.id(), once.version()));
    }

    @Test
    void a_run_whose_budget_has_ended_meanwhile_goes_over_none_and_is_tried_again() throws Exception {
        towns.budget(town, "1.00", town.manager());
        CreditRun run = lacking();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("alter table recovery.budget disable trigger user").update();
            jdbc.sql("update recovery.budget set end_day = '2020-02-01' where bureau = ?")
                    .param(town.command().bureau().value())
                    .update();
            jdbc.sql("alter table recovery.budget enable trigger user").update();
        });
        assertThat(runs.allow(town.manager(), run.id(), run.version()))
                .isEqualTo(new CreditResult.Refused(CreditResult.Why.NO_BUDGET));
        TownRuns.done(runs.again(town.manager(), run.id(), run.version()));
        townRuns.await(town, run.id(), CreditRunState.POSTED);
    }

    @Test
    void over_a_budget_its_holder_is_asked() {
        towns.budget(town, "1.00", town.manager());
        CreditRun run = lacking();

        assertThat(run.people().asked()).isEqualTo(town.manager().staff());
        assertThat(told(run.id(), "credit.over"))
                .containsExactly(address(town.manager().staff()));
        assertThat(waiting(run.id())).isEqualTo(1);
        TownRuns.done(runs.allow(town.manager(), run.id(), run.version()));
        townRuns.await(town, run.id(), CreditRunState.POSTED);
        assertThat(waiting(run.id())).isZero();
    }

    @Test
    void whoever_proposed_a_run_does_not_let_it_go_over_their_own_budget() {
        towns.budget(town, "1.00", town.head());
        CreditRun run = lacking();

        for (Actor party : List.of(town.head(), town.second(), town.third())) {
            assertThat(TownRuns.refused(runs.allow(party, run.id(), run.version())))
                    .isEqualTo(Why.NOT_HOLDER);
        }
        assertThat(run.people().asked())
                .as("who sets budgets")
                .isEqualTo(town.manager().staff());
        CreditRun agreed = TownRuns.done(runs.allow(town.manager(), run.id(), run.version()));
        assertThat(Objects.requireNonNull(agreed.people().consent()).over())
                .isEqualTo(run.sums().lacking());
        townRuns.await(town, run.id(), CreditRunState.POSTED);
    }

    @Test
    void while_the_holder_is_away_whoever_stands_in_decides() {
        towns.budget(town, "1.00", town.manager());
        Actor deputy = towns.hire(town, "deputy", Posts.HEAD);
        jdbc.sql("""
                        insert into identity.absence (bureau, id, staff, deputy, from_at, until_at)
                        values (?, gen_random_uuid(), ?, ?, now() - interval '1 day', now() + interval '1 day')
                        """)
                .params(
                        town.command().bureau().value(),
                        town.manager().staff().value(),
                        deputy.staff().value())
                .update();
        CreditRun run = lacking();

        assertThat(run.people().asked()).isEqualTo(deputy.staff());
        TownRuns.done(runs.allow(deputy, run.id(), run.version()));
        assertThat(townRuns.await(town, run.id(), CreditRunState.POSTED)
                        .people()
                        .holder())
                .isEqualTo(deputy.staff());
    }

    @Test
    void a_yes_to_one_sum_is_none_to_more() {
        towns.budget(town, "1.00", town.manager());
        CreditRun run = lacking();
        jdbc.sql("update recovery.credit_run set short = 0.01 where bureau = ? and id = ?")
                .params(town.command().bureau().value(), run.id().value())
                .update();
        TownRuns.done(runs.allow(town.manager(), run.id(), run.version()));

        CreditRun again = townRuns.await(town, run.id(), CreditRunState.SHORT);
        assertThat(again.people().holder()).as("is asked again").isNull();
        assertThat(again.sums().lacking()).isEqualTo(run.sums().lacking());
    }
}
