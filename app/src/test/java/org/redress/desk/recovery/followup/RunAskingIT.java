package org.redress.desk.recovery.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Mood;
import org.redress.desk.fault.Fault;
import org.redress.desk.fault.FaultCause;
import org.redress.desk.fault.Faults;
import org.redress.desk.fault.NewFault;
import org.redress.desk.fault.Reporting;
import org.redress.desk.recovery.credit.CreditFiles;
import org.redress.desk.recovery.credit.CreditRun;
import org.redress.desk.recovery.credit.HitTown;
import org.redress.desk.recovery.credit.HitTown.Town;
import org.redress.desk.recovery.credit.TownRuns;
import org.redress.desk.ticket.Channel;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.redress.ground.party.Consents;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.ReachPoint;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.Deliveries;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Who was credited for an outage is asked too: some of them, about one matter once. */
@RedressIT
@Tag("S4.5")
class RunAskingIT {

    private static final Instant BEGAN = Instant.parse("2026-03-10T00:00:00Z");
    private static final Duration THREE_DAYS = Duration.ofDays(3);
    private static final Marks BAD = new Marks(1, 2, 3, 2, 3, true);
    private static final Marks GOOD = new Marks(5, 5, 5, 5, 10, false);

    @Autowired
    HitTown towns;

    @Autowired
    TownRuns townRuns;

    @Autowired
    CreditFiles files;

    @Autowired
    Faults faults;

    @Autowired
    SomeRecoveries some;

    @Autowired
    FollowUps followUps;

    @Autowired
    FollowUpLists lists;

    @Autowired
    FollowUpRows rows;

    @Autowired
    FollowUpSending sending;

    @Autowired
    AnswerLinks links;

    @Autowired
    PublicAnswers answers;

    @Autowired
    Consents consents;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    private List<FollowUp> of(Town town, CreditRun run) {
        return rows.list(town.command().bureau(), "run = '" + run.id().value() + "' order by id", java.util.Map.of());
    }

    private FollowUp of(Town town, CreditRun run, CustomerId customer) {
        return of(town, run).stream()
                .filter(one -> one.customer().equals(customer))
                .findFirst()
                .orElseThrow();
    }

    private void look(Town town, List<FollowUp> of) {
        of.forEach(one -> some.due(town.command().bureau(), one.id()));
        while (sending.look(town.command()) > 0) {
            assertThat(town.lines()).isNotEmpty();
        }
    }

    private List<FollowUpStep.What> steps(Town town, FollowUp one) {
        return rows.steps(town.command().bureau(), one.id()).stream()
                .map(FollowUpStep::what)
                .toList();
    }

    private Fault report(Town town, int customer) {
        NewFault wish = new NewFault(
                new ContactId(Ids.next()),
                town.lines().get(customer).id(),
                Channel.HOT_LINE,
                Mood.ANGRY,
                "断网断电话了，什么时候能好？",
                clock.instant(),
                null,
                List.of(),
                null,
                null,
                false);
        return ((Reporting.Opened) faults.report(town.agent(), wish)).fault();
    }

    private FollowUp closed(Town town, Fault fault) {
        faults.accept(town.head(), fault.id());
        faults.restore(town.head(), fault.id(), FaultCause.CABLE, "光缆熔接完毕");
        faults.confirm(town.agent(), fault.id(), Channel.HOT_LINE, "通了");
        some.finish(town.agent(), fault.ticket());
        deliveries.await(town.command());
        return Objects.requireNonNull(
                followUps.of(town.agent(), List.of(fault.ticket())).get(fault.ticket()));
    }

    @Test
    void the_share_that_the_rulebook_says_is_chosen_of_those_who_were_written_to_and_planned_once() {
        Town town = towns.found(103);
        CustomerId shy = town.customers().getFirst();
        consents.note(town.agent(), shy, ReachPoint.Kind.MOBILE, false, "来电说不要发短信");
        CreditRun run = townRuns.posted(town, towns.outage(town, BEGAN, THREE_DAYS));

        List<FollowUp> planned = of(town, run);
        assertThat(planned)
                .as("a tenth would be eleven; a hundred at least")
                .hasSize(100)
                .allMatch(one -> one.state() == FollowUpState.PLANNED)
                .noneMatch(one -> one.customer().equals(shy));
        assertThat(files.sample(town.command(), run.id(), 50, 1))
                .as("half of the 102 who were written to, and each time the same")
                .hasSize(51)
                .isEqualTo(files.sample(town.command(), run.id(), 50, 1));
        assertThat(files.sample(town.command(), run.id(), 1, 500)).hasSize(102);
        List<CustomerId> again = files.sample(town.command(), run.id(), 10, 100);
        Instant now = clock.instant();
        assertThat(rows.planRun(town.command().bureau(), run.id(), again, now, now))
                .isEmpty();
    }

    /** As for somebody whose ticket tells of the outage only since. */
    private void plan(Town town, CreditRun run, int customer) {
        Instant now = clock.instant();
        rows.planRun(town.command().bureau(), run.id(), List.of(town.customers().get(customer)), now, now);
    }

    @Test
    void whose_ticket_tells_of_it_is_not_drawn_whether_it_is_closed_or_not_and_is_asked_about_that() {
        Town town = towns.found(4);
        List<Fault> reported = new ArrayList<>();
        UUID outage = towns.outage(town, BEGAN, THREE_DAYS, () -> {
            reported.add(report(town, 0));
            reported.add(report(town, 1));
        });
        closed(town, reported.get(0));
        CreditRun run = townRuns.posted(town, outage);
        assertThat(of(town, run))
                .extracting(FollowUp::customer)
                .containsExactlyInAnyOrderElementsOf(town.customers().subList(2, 4));
        assertThat(files.sample(town.command(), run.id(), 50, 1)).hasSize(1);

        look(town, of(town, run));
        FollowUp byTicket = closed(town, reported.get(1));
        look(town, List.of(byTicket));
        assertThat(followUps.get(town.agent(), byTicket.id()).state()).isEqualTo(FollowUpState.ASKED);
    }

    @Test
    void who_reported_it_is_asked_about_the_ticket_and_not_about_the_credit_too() {
        Town town = towns.found(3);
        List<Fault> reported = new ArrayList<>();
        UUID outage = towns.outage(town, BEGAN, THREE_DAYS, () -> reported.add(report(town, 0)));
        FollowUp byTicket = closed(town, reported.getFirst());
        CreditRun run = townRuns.posted(town, outage);
        plan(town, run, 0);
        FollowUp byRun = of(town, run, town.customers().getFirst());
        look(town, of(town, run));

        assertThat(steps(town, byRun)).containsExactly(FollowUpStep.What.SAME);
        assertThat(of(town, run, town.customers().get(1)).state()).isEqualTo(FollowUpState.ASKED);
        look(town, List.of(byTicket));
        assertThat(followUps.get(town.agent(), byTicket.id()).state()).isEqualTo(FollowUpState.ASKED);
    }

    @Test
    void who_was_asked_about_the_credit_is_not_asked_once_more_when_the_ticket_is_closed() {
        Town town = towns.found(2);
        List<Fault> reported = new ArrayList<>();
        UUID outage = towns.outage(town, BEGAN, THREE_DAYS, () -> reported.add(report(town, 0)));
        CreditRun run = townRuns.posted(town, outage);
        plan(town, run, 0);
        look(town, of(town, run));
        assertThat(of(town, run, town.customers().getFirst()).state()).isEqualTo(FollowUpState.ASKED);
        longAgo(town, of(town, run));

        FollowUp byTicket = closed(town, reported.getFirst());
        look(town, List.of(byTicket));
        assertThat(steps(town, byTicket)).containsExactly(FollowUpStep.What.PLANNED, FollowUpStep.What.SAME);
    }

    @Test
    void whose_link_about_the_credit_was_lost_is_asked_when_the_ticket_is_closed_even_once_the_credit_is_taken_back() {
        Town town = towns.found(3);
        List<Fault> reported = new ArrayList<>();
        UUID outage = towns.outage(town, BEGAN, THREE_DAYS, () -> {
            reported.add(report(town, 0));
            reported.add(report(town, 1));
        });
        CreditRun run = townRuns.posted(town, outage);
        plan(town, run, 0);
        plan(town, run, 1);
        look(town, of(town, run));
        for (int customer = 0; customer < 2; customer++) {
            UUID asked = of(town, run, town.customers().get(customer)).id().value();
            deliveries.lose(town.command(), FollowUps.KIND, asked, "followup.run.ask");
        }
        FollowUp unreached = closed(town, reported.get(0));
        look(town, List.of(unreached));
        assertThat(followUps.get(town.agent(), unreached.id()).state()).isEqualTo(FollowUpState.ASKED);

        townRuns.reversed(town, run);
        assertThat(of(town, run)).allMatch(one -> one.state() == FollowUpState.DROPPED);
        FollowUp dropped = closed(town, reported.get(1));
        look(town, List.of(dropped));
        assertThat(followUps.get(town.agent(), dropped.id()).state()).isEqualTo(FollowUpState.ASKED);
    }

    /** So that it is not the pause between two questionnaires which keeps the second one back. */
    private void longAgo(Town town, List<FollowUp> of) {
        of.forEach(one -> jdbc.sql("update recovery.follow_up set asked_at = '2020-01-01' where bureau = ? and id = ?")
                .params(town.command().bureau().value(), one.id().value())
                .update());
    }

    @Test
    void a_credit_that_is_taken_back_is_not_asked_about_and_its_links_lead_nowhere() {
        Town town = towns.found(3);
        CreditRun run = townRuns.posted(town, towns.outage(town, BEGAN, THREE_DAYS));
        FollowUp asked = of(town, run).getFirst();
        look(town, List.of(asked));
        String link = links.make(town.command().bureau(), asked.id().value());
        String key = URI.create(link).getPath().substring(AnswerLinks.PATH.length());
        assertThat(answers.look(key)).isEqualTo(PublicAnswers.Standing.OPEN);
        townRuns.reversed(town, run);

        assertThat(of(town, run)).allMatch(one -> one.state() == FollowUpState.DROPPED);
        assertThat(steps(town, asked)).endsWith(FollowUpStep.What.TAKEN_BACK);
        assertThat(answers.answer(key, GOOD, "")).isEqualTo(PublicAnswers.Standing.OVER);
    }

    @Test
    void nobody_is_asked_about_a_credit_that_was_taken_back_while_it_was_planned_to_ask() {
        Town town = towns.found(2);
        CreditRun run = townRuns.posted(town, towns.outage(town, BEGAN, THREE_DAYS));
        townRuns.reversed(town, run);
        // Whoever planned it saw the run as it was before.
        jdbc.sql("update recovery.follow_up set state = 'PLANNED', next_at = now() where bureau = ? and run = ?")
                .params(town.command().bureau().value(), run.id().value())
                .update();
        look(town, of(town, run));

        assertThat(of(town, run)).hasSize(2).allMatch(one -> one.state() == FollowUpState.DROPPED);
        assertThat(steps(town, of(town, run).getFirst()))
                .endsWith(FollowUpStep.What.TAKEN_BACK)
                .doesNotContain(FollowUpStep.What.ASKED);
    }

    @Test
    void a_bad_answer_is_called_about_by_nobody_who_proposed_or_approved_the_run_and_lands_on_its_page()
            throws Exception {
        Town town = towns.found(4);
        CreditRun run = townRuns.posted(town, towns.outage(town, BEGAN, THREE_DAYS));
        List<FollowUp> all = of(town, run);
        look(town, all);
        answer(town, all.get(0), BAD);
        answer(town, all.get(1), GOOD);

        FollowUp bad = followUps.get(town.agent(), all.getFirst().id());
        FollowUp.Callback call = Objects.requireNonNull(bad.callback());
        assertThat(bad.handledBy())
                .containsExactlyInAnyOrder(staff(town.head()), staff(town.second()), staff(town.third()));
        assertThat(call.assigned()).isEqualTo(staff(town.agent()));
        assertThatThrownBy(() -> followUps.called(town.second(), bad.id(), bad.version(), "已致歉"))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("followup.own"));
        assertThat(followUps.ofRun(town.head(), run.id())).isEqualTo(new RunAnswers(4, 4, 2, 1, 1, 1));
        assertThat(Browser.of(web, town.head())
                        .look("/credits/" + run.id().value())
                        .page())
                .contains("What the customer says", "Say it was put right", "Chosen to be asked");
        Browser agent = Browser.of(web, town.agent());
        assertThat(agent.look("/follow-ups?view=mine").page())
                .contains(HitTown.EXCHANGE)
                .doesNotContain("href=\"/credits/");
        assertThat(agent.look(bad.path()).page()).contains(HitTown.EXCHANGE, "1 of 5");
        followUps.called(town.agent(), bad.id(), bad.version(), "已致歉，客户接受。");
        assertThat(followUps.ofRun(town.head(), run.id()).calls()).isZero();
        neitherFailureFreeNorToBeTelephoned(town, all);
    }

    /** Who was credited is no customer without a failure; and whoever was drawn by lot and keeps silent is left in peace. */
    private void neitherFailureFreeNorToBeTelephoned(Town town, List<FollowUp> all) {
        deliveries.await(town.command());
        assertThat(jdbc.sql("select count(*) from insight.effect_answer where bureau = ?")
                        .param(town.command().bureau().value())
                        .query(Long.class)
                        .single())
                .isZero();
        some.expire(town.command().bureau(), all.getLast().id());
        look(town, List.of());
        assertThat(followUps.get(town.agent(), all.getLast().id()).state()).isEqualTo(FollowUpState.EXPIRED);
        assertThat(lists.page(town.agent(), FollowUpLists.View.TO_ASK, null, null, 9))
                .isEmpty();
    }

    private void answer(Town town, FollowUp one, Marks marks) {
        String link = links.make(town.command().bureau(), one.id().value());
        String key = URI.create(link).getPath().substring(AnswerLinks.PATH.length());
        assertThat(answers.answer(key, marks, "")).isEqualTo(PublicAnswers.Standing.ANSWERED);
    }

    private static StaffId staff(Actor one) {
        return one.staff();
    }
}
