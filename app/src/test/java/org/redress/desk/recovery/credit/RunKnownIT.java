package org.redress.desk.recovery.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.Remedy;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.credit.HitTown.Town;
import org.redress.desk.recovery.followup.SomeRecoveries;
import org.redress.desk.recovery.plan.Chosen;
import org.redress.desk.recovery.plan.PlanResult;
import org.redress.desk.recovery.plan.Plans;
import org.redress.desk.recovery.plan.RecoveryPlan;
import org.redress.desk.recovery.plan.Speaker;
import org.redress.desk.recovery.plan.TickResult;
import org.redress.desk.recovery.reaction.ReactionState;
import org.redress.desk.recovery.reaction.ReactionStep;
import org.redress.desk.recovery.reaction.Reactions;
import org.redress.desk.recovery.reaction.StepStanding;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Joins;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.party.CustomerId;
import org.redress.improve.insight.cases.CaseBase;
import org.redress.improve.insight.cases.CaseWork;
import org.redress.improve.insight.cases.RecoveryCase;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.Deliveries;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What a run gives is known wherever somebody asks what was given: on tickets, in ring, plan, case, figures and file. */
@RedressIT
@Tag("S4.3")
@Tag("S4.5")
class RunKnownIT {

    private static final int CALLER = 0;
    private static final int SILENT = 1;

    @Autowired
    HitTown towns;

    @Autowired
    TownRuns townRuns;

    @Autowired
    CreditTelling telling;

    @Autowired
    SomeRecoveries recoveries;

    @Autowired
    Tickets tickets;

    @Autowired
    Joins joins;

    @Autowired
    Remedies remedies;

    @Autowired
    Reactions reactions;

    @Autowired
    Plans plans;

    @Autowired
    CaseWork work;

    @Autowired
    CaseBase cases;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    private Town town;
    private UUID outage;

    @BeforeEach
    void found() {
        town = towns.found(3);
        outage = towns.outage(town);
    }

    private TicketId ticket(TicketKind kind) {
        return tickets.openFor(
                        town.agent(),
                        new NewTicket(kind, Channel.HOT_LINE, "", "断网断电话了", null, null, null, null),
                        caller())
                .id();
    }

    /** The fault of the outage that the caller reported, as the fault desk keeps it. */
    private TicketId fault() {
        TicketId ticket = ticket(TicketKind.FAULT);
        jdbc.sql("""
                        insert into fault.fault (bureau, id, ticket, line, outage, level, state, unit, reported_by, reported_at, due_at)
                        values (:bureau, gen_random_uuid(), :ticket, :line, :outage, 1, 'WITHDRAWN', :unit, :by, now(), now())
                        """)
                .param("bureau", town.command().bureau().value())
                .param("ticket", ticket.value())
                .param("line", town.lines().get(CALLER).id().value())
                .param("outage", outage)
                .param("unit", town.crew().value())
                .param("by", town.agent().staff().value())
                .update();
        return ticket;
    }

    private CustomerId caller() {
        return town.customers().get(CALLER);
    }

    private List<Remedy> given(TicketId ticket) {
        return remedies.of(town.agent(), List.of(ticket)).getOrDefault(ticket, List.of());
    }

    private StepStanding symbolic(TicketId ticket) {
        return reactions.of(town.agent(), ticket).stream()
                .filter(one -> one.step() == ReactionStep.SYMBOLIC)
                .findFirst()
                .orElseThrow();
    }

    private RecoveryPlan plan(TicketId ticket) {
        PlanResult made = plans.make(
                town.agent(),
                ticket,
                0,
                List.of(
                        new Chosen(RemedyKind.APOLOGY, Speaker.ANYBODY),
                        new Chosen(RemedyKind.RENT_WAIVER, Speaker.ANYBODY),
                        new Chosen(RemedyKind.BILL_CREDIT, Speaker.DIRECTOR)),
                "断了三天");
        assertThat(made).isInstanceOf(PlanResult.Done.class);
        return ((PlanResult.Done) made).plan();
    }

    private String file(int customer) throws Exception {
        return Browser.of(web, town.head())
                .look("/customers/" + town.customers().get(customer).value())
                .page();
    }

    private static String words(Money sum) {
        return Words.of(Locale.ENGLISH).money(sum);
    }

    @Test
    void the_caller_has_it_on_the_ticket_and_ring_and_plan_are_done_by_it() {
        TicketId fault = fault();
        TicketId complaint = ticket(TicketKind.COMPLAINT);
        joins.join(town.head(), complaint, fault, "同一件事");
        deliveries.await(town.command());
        RecoveryPlan plan = plan(fault);
        assertThat(symbolic(fault).state()).isEqualTo(ReactionState.OPEN);

        CreditRun run = townRuns.posted(town, outage);

        CreditShare share = townRuns.share(town, run, caller());
        assertThat(given(fault))
                .allMatch(one ->
                        one.stands() && Objects.equals(one.run(), run.id().value()))
                .extracting(Remedy::kind, Remedy::sum)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                RemedyKind.RENT_WAIVER, share.statutory().plus(share.rent())),
                        org.assertj.core.groups.Tuple.tuple(RemedyKind.BILL_CREDIT, share.extra()));
        assertThat(given(complaint))
                .as("it was given once")
                .hasSize(2)
                .allMatch(one -> one.stands() && one.sum() == null);
        assertThat(List.of(symbolic(fault), symbolic(complaint)))
                .allMatch(step -> step.state() == ReactionState.MET && step.remedy() != null);
        for (RemedyKind kind : List.of(RemedyKind.RENT_WAIVER, RemedyKind.BILL_CREDIT)) {
            assertThat(plans.tick(town.agent(), plan.id(), kind, Money.of(HitTown.YUAN, 1), ""))
                    .isEqualTo(new TickResult.Refused(TickResult.Why.ALREADY));
        }
        assertThatThrownBy(() ->
                        remedies.takeBack(town.agent(), given(fault).getFirst().id()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("remedy.run"));

        telling.tickets(town.command(), run).forEach(some -> telling.give(town.command(), run, some));
        assertThat(given(fault)).as("told again").hasSize(2);
    }

    @Test
    void a_ticket_that_was_closed_before_learns_of_it_too() {
        TicketId fault = fault();
        recoveries.finish(town.agent(), fault);
        deliveries.await(town.command());
        assertThat(symbolic(fault).state()).isEqualTo(ReactionState.MISSED);

        CreditRun run = townRuns.posted(town, outage);
        work.run();

        assertThat(symbolic(fault))
                .returns(ReactionState.MET, StepStanding::state)
                .returns(false, StepStanding::late);
        assertThat(cases.get(town.head(), fault).measures())
                .extracting(RecoveryCase.Measure::kind)
                .containsExactlyInAnyOrder(RemedyKind.RENT_WAIVER, RemedyKind.BILL_CREDIT);
        assertThat(jdbc.sql("select count(*) from insight.effect_remedy where bureau = ? and ticket = ? and by_run")
                        .params(town.command().bureau().value(), fault.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);

        townRuns.reversed(town, run);
        work.run();

        assertThat(given(fault)).hasSize(2).noneMatch(Remedy::stands);
        assertThat(symbolic(fault).state()).isEqualTo(ReactionState.MISSED);
        assertThat(cases.get(town.head(), fault).measures()).hasSize(2).allMatch(RecoveryCase.Measure::takenBack);
    }

    @Test
    void whom_the_outage_hit_is_known_to_the_figures_and_stays_so_when_the_run_is_taken_back() {
        CreditRun run = townRuns.posted(town, outage);
        List<Map<String, Object>> hit = hit();
        assertThat(hit).hasSize(town.customers().size()).allMatch(one -> Boolean.TRUE.equals(one.get("failed")));

        townRuns.reversed(town, run);
        assertThat(hit()).isEqualTo(hit);
    }

    private List<Map<String, Object>> hit() {
        return new ArrayList<>(
                jdbc.sql("""
                        select h.customer, h.hit_on, c.failed from insight.effect_hit h
                          join insight.effect_customer c on c.bureau = h.bureau and c.customer = h.customer
                         where h.bureau = ? and h.hit_on = date '2026-11-02' order by 1
                        """).param(town.command().bureau().value()).query().listOfRows());
    }

    @Test
    void the_file_shows_it_whether_they_called_or_not_and_asks_nobody_whom_it_hit_to_compare() throws Exception {
        TicketId fault = fault();
        assertThat(file(SILENT)).contains("/satisfaction\"");
        CreditRun run = townRuns.posted(town, outage);

        CreditShare share = townRuns.share(town, run, town.customers().get(SILENT));
        assertThat(file(CALLER))
                .contains(words(share.statutory().plus(share.rent())), words(share.extra()))
                .contains(tickets.get(town.head(), fault).number().toString())
                .doesNotContain("who did not report it");
        assertThat(file(SILENT))
                .contains("who did not report it", words(share.total()))
                .doesNotContain("/satisfaction\"");

        townRuns.reversed(town, run);
        assertThat(file(SILENT)).doesNotContain("who did not report it", "/satisfaction\"");
    }
}
