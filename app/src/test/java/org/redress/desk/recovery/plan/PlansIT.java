package org.redress.desk.recovery.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.contact.Mood;
import org.redress.desk.recovery.RecoveryRecord;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.Remedy;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.SomeFailures;
import org.redress.desk.recovery.followup.FollowUp;
import org.redress.desk.recovery.followup.FollowUpResult;
import org.redress.desk.recovery.followup.FollowUps;
import org.redress.desk.recovery.followup.Marks;
import org.redress.desk.recovery.voice.NewVoice;
import org.redress.desk.recovery.voice.Said;
import org.redress.desk.recovery.voice.Voices;
import org.redress.desk.ticket.Attribution;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Consent;
import org.redress.desk.ticket.Diagnosis;
import org.redress.desk.ticket.FailureKind;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.Redactions;
import org.redress.ground.trail.Trail;
import org.redress.ground.trail.TrailEntry;
import org.redress.improve.insight.Causes;
import org.redress.improve.insight.Findings;
import org.redress.platform.web.Problem;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressIT
@Tag("S4.3")
@Tag("S4.4")
class PlansIT {

    @Autowired
    Plans plans;

    @Autowired
    PlanEffects effects;

    @Autowired
    FollowUps followUps;

    @Autowired
    Causes causes;

    @Autowired
    Findings findings;

    @Autowired
    RecoveryRecord record;

    @Autowired
    Remedies remedies;

    @Autowired
    Voices voices;

    @Autowired
    SomeFailures failures;

    @Autowired
    Tickets tickets;

    @Autowired
    Redactions redactions;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Offices offices;

    @Autowired
    Trail trail;

    @Autowired
    JdbcClient jdbc;

    private Actor command;
    private Actor lin;
    private Actor gao;

    @BeforeEach
    void hire() {
        command = offices.found();
        lin = offices.hire(command, Posts.AGENT, "lin");
        gao = offices.hire(command, Posts.HEAD, "gao");
    }

    private Ticket failed(Mood mood) {
        return failures.classified(lin, mood, "no-service", FailureKind.OUTCOME, Attribution.PROVIDER);
    }

    private RecoveryPlan followed(Ticket ticket) {
        return made(plans.follow(lin, ticket.id(), 0));
    }

    private static RecoveryPlan made(PlanResult result) {
        assertThat(result).isInstanceOf(PlanResult.Done.class);
        return ((PlanResult.Done) result).plan();
    }

    private static List<Chosen> chosen(RemedyKind... kinds) {
        List<Chosen> all = new ArrayList<>();
        for (RemedyKind kind : kinds) {
            all.add(new Chosen(kind, Speaker.ANYBODY));
        }
        return all;
    }

    private RecoveryPlan current(TicketId ticket) {
        return plans.current(lin, ticket).orElseThrow();
    }

    private TickResult tick(Actor actor, RecoveryPlan plan, RemedyKind kind, @Nullable String sum) {
        return plans.tick(actor, plan.id(), kind, sum == null ? null : Money.parse("CNY " + sum), "");
    }

    private static TickResult refused(TickResult.Why why) {
        return new TickResult.Refused(why);
    }

    @Test
    void what_is_offered_fits_what_is_known_of_the_ticket() {
        Ticket calm = failed(Mood.CALM);
        assertThat(plans.offer(lin, calm.id()))
                .extracting(OfferedLine::kind)
                .containsExactly(
                        RemedyKind.CORRECTION, RemedyKind.RENT_WAIVER, RemedyKind.APOLOGY, RemedyKind.EXPLANATION);
        failures.again(lin, calm, Mood.FURIOUS, "到底管不管！");
        assertThat(plans.offer(lin, calm.id()))
                .extracting(OfferedLine::kind)
                .startsWith(RemedyKind.APOLOGY)
                .contains(RemedyKind.MANAGERS_INTERVENTION);
        Ticket rude = failures.classified(lin, Mood.CALM, "rude-staff", null, Attribution.PROVIDER);
        assertThat(plans.offer(lin, rude.id()))
                .as("conduct is a failure of the process unless somebody says otherwise")
                .extracting(OfferedLine::kind)
                .startsWith(RemedyKind.APOLOGY, RemedyKind.EXPLANATION);
    }

    @Test
    void a_second_failure_of_the_customer_is_offered_more_and_by_a_head() {
        Ticket first = failed(Mood.CALM);
        Ticket second = tickets.openFor(
                lin,
                new NewTicket(TicketKind.COMPLAINT, Channel.HOT_LINE, "又断网", "又断网了", null, null, null, null),
                SomeFailures.customer(first));
        assertThat(tickets.classify(
                        lin,
                        second.id(),
                        second.version(),
                        "no-service",
                        new Diagnosis(FailureKind.OUTCOME, "录音", Attribution.PROVIDER, "测试结果")))
                .isInstanceOf(StepResult.Done.class);
        RecoveryPlan plan = made(plans.follow(lin, second.id(), 0));
        assertThat(plan.situation().repeated()).isTrue();
        assertThat(plan.chosen())
                .extracting(PlanLine::kind)
                .contains(RemedyKind.CORRECTION_PLUS, RemedyKind.BILL_CREDIT, RemedyKind.MANAGERS_INTERVENTION);
        assertThat(Objects.requireNonNull(plan.line(RemedyKind.APOLOGY)).speaker())
                .isEqualTo(Speaker.HEAD);
    }

    @Test
    void a_plan_that_follows_the_offer_keeps_it_with_its_reasons_and_leaves_a_trail() {
        Ticket ticket = failed(Mood.CALM);
        voices.record(lin, ticket.id(), new NewVoice(Said.WANTS, "修好就行", null));
        RecoveryPlan plan = followed(ticket);
        assertThat(plan.followed()).isTrue();
        assertThat(plan.reason()).isEmpty();
        assertThat(plan.situation().asked()).isTrue();
        assertThat(current(ticket.id())).isEqualTo(plan);
        assertThat(plan.chosen()).allMatch(line -> Objects.equals(line.offered(), line.chosen()));
        assertThat(trail.of(command, "ticket", ticket.id().value(), 20))
                .extracting(TrailEntry::deed)
                .contains("plan.make");
    }

    @Test
    void who_differs_says_why_and_what_was_left_out_added_or_moved_is_kept() {
        Ticket ticket = failed(Mood.CALM);
        List<Chosen> other = chosen(RemedyKind.APOLOGY, RemedyKind.CORRECTION, RemedyKind.GIFT);
        assertThatThrownBy(() -> plans.make(lin, ticket.id(), 0, other, "  "))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo("plan.reason");
                    assertThat(problem.field()).isEqualTo("reason");
                });
        RecoveryPlan plan = made(plans.make(lin, ticket.id(), 0, other, "老客户，先送话费卡"));
        assertThat(plan.followed()).isFalse();
        assertThat(plan.chosen())
                .extracting(PlanLine::kind)
                .containsExactly(RemedyKind.APOLOGY, RemedyKind.CORRECTION, RemedyKind.GIFT);
        assertThat(plan.leftOut())
                .extracting(PlanLine::kind)
                .containsExactly(RemedyKind.RENT_WAIVER, RemedyKind.EXPLANATION);
        assertThat(Objects.requireNonNull(plan.line(RemedyKind.GIFT)).offered()).isNull();
        assertThat(current(ticket.id())).isEqualTo(plan);
        assertThat(effects.differed(lin, null, null, 10)).containsExactly(plan);

        List<Chosen> offered = plans.offer(lin, ticket.id()).stream()
                .map(line -> new Chosen(line.kind(), line.speaker()))
                .toList();
        RecoveryPlan same = made(plans.make(lin, ticket.id(), 1, offered, "这句用不着"));
        assertThat(same.followed()).as("the offer in its order is no deviation").isTrue();
        assertThat(same.reason()).isEmpty();
        assertThat(effects.differed(lin, null, null, 10)).isEmpty();
        assertThat(plans.of(lin, ticket.id()))
                .extracting(RecoveryPlan::superseded)
                .containsExactly(false, true);
        assertThat(made(plans.make(lin, ticket.id(), 2, offered.reversed(), "顺序换了"))
                        .followed())
                .isFalse();
    }

    @Test
    void empty_doubled_and_foreign_plans_are_refused() {
        Ticket ticket = failed(Mood.CALM);
        assertThat(plans.make(lin, ticket.id(), 0, List.of(), "x"))
                .isEqualTo(new PlanResult.Refused(PlanResult.Why.EMPTY));
        assertThatThrownBy(() -> plans.make(lin, ticket.id(), 0, chosen(RemedyKind.APOLOGY, RemedyKind.APOLOGY), "x"))
                .hasMessageContaining("plan.twice");
        Actor elsewhere = offices.hireElsewhere(command, Posts.AGENT, "ye");
        assertThatThrownBy(() -> plans.follow(elsewhere, ticket.id(), 0)).isInstanceOf(Problem.class);
        Actor stranger = offices.hire(offices.found(), Posts.HEAD, "wang");
        assertThatThrownBy(() -> plans.of(stranger, ticket.id())).isInstanceOf(Problem.class);
        Ticket now = tickets.get(lin, ticket.id());
        assertThat(tickets.step(lin, ticket.id(), now.version(), Step.CANCEL, "撤回"))
                .isInstanceOf(StepResult.Done.class);
        assertThat(plans.follow(lin, ticket.id(), 0)).isEqualTo(new PlanResult.Refused(PlanResult.Why.ENDED));
        assertThat(plans.of(lin, ticket.id())).isEmpty();
    }

    @Test
    void a_line_that_is_ticked_off_is_a_remedy_given_and_opens_again_when_that_is_taken_back() {
        Ticket ticket = failed(Mood.CALM);
        RecoveryPlan plan = followed(ticket);
        assertThatThrownBy(() -> tick(lin, plan, RemedyKind.RENT_WAIVER, null)).hasMessageContaining("remedy.sum");
        assertThat(tick(lin, plan, RemedyKind.RENT_WAIVER, "8.90")).isInstanceOf(TickResult.Done.class);
        Remedy given = remedies.of(lin, List.of(ticket.id()))
                .getOrDefault(ticket.id(), List.of())
                .getFirst();
        assertThat(given.sum()).isEqualTo(Money.parse("CNY 8.90"));
        assertThat(tick(lin, plan, RemedyKind.RENT_WAIVER, "8.90")).isEqualTo(refused(TickResult.Why.ALREADY));
        remedies.takeBack(lin, given.id());
        assertThat(tick(lin, plan, RemedyKind.RENT_WAIVER, "9.90")).isInstanceOf(TickResult.Done.class);
        remedies.give(lin, ticket.id(), RemedyKind.CORRECTION, null, "");
        assertThat(tick(lin, plan, RemedyKind.CORRECTION, null))
                .as("given beside the plan")
                .isEqualTo(refused(TickResult.Why.ALREADY));
        assertThatThrownBy(() -> tick(lin, plan, RemedyKind.GIFT, null)).hasMessageContaining("plan.line.absent");
    }

    @Test
    void an_apology_that_a_head_has_to_make_is_not_made_by_an_agent() {
        Ticket ticket = failed(Mood.ANGRY);
        RecoveryPlan plan = followed(ticket);
        assertThat(tick(lin, plan, RemedyKind.APOLOGY, null)).isEqualTo(refused(TickResult.Why.SPEAKER));
        remedies.give(lin, ticket.id(), RemedyKind.APOLOGY, null, "经办人先道歉");
        assertThat(tick(gao, plan, RemedyKind.APOLOGY, null)).isInstanceOf(TickResult.Done.class);
        assertThat(tick(gao, plan, RemedyKind.APOLOGY, null)).isEqualTo(refused(TickResult.Why.ALREADY));
    }

    @Test
    void a_plan_whose_place_another_has_taken_is_not_ticked_off_and_what_was_done_stays_done() {
        Ticket ticket = failed(Mood.CALM);
        RecoveryPlan first = followed(ticket);
        tick(lin, first, RemedyKind.APOLOGY, null);
        RecoveryPlan second =
                made(plans.make(lin, ticket.id(), 1, chosen(RemedyKind.APOLOGY, RemedyKind.CORRECTION), "客户只要修好"));
        assertThat(tick(lin, first, RemedyKind.CORRECTION, null)).isEqualTo(refused(TickResult.Why.SUPERSEDED));
        assertThat(tick(lin, second, RemedyKind.APOLOGY, null)).isEqualTo(refused(TickResult.Why.ALREADY));
        assertThat(tick(lin, second, RemedyKind.CORRECTION, null)).isInstanceOf(TickResult.Done.class);
        assertThat(plans.follow(lin, ticket.id(), 1)).isEqualTo(new PlanResult.Refused(PlanResult.Why.MOVED));
    }

    @Test
    void two_who_make_a_plan_at_once_make_one_and_two_who_tick_it_off_give_one_remedy() throws Exception {
        Ticket ticket = failed(Mood.CALM);
        List<PlanResult> made = both(() -> plans.follow(lin, ticket.id(), 0));
        assertThat(made).filteredOn(PlanResult.Done.class::isInstance).hasSize(1);
        assertThat(made).contains(new PlanResult.Refused(PlanResult.Why.MOVED));
        RecoveryPlan plan = current(ticket.id());
        List<TickResult> ticked = both(() -> tick(lin, plan, RemedyKind.CORRECTION, null));
        assertThat(ticked).filteredOn(TickResult.Done.class::isInstance).hasSize(1);
        assertThat(ticked).contains(refused(TickResult.Why.ALREADY));
        assertThat(remedies.of(lin, List.of(ticket.id())).get(ticket.id())).hasSize(1);
    }

    private static <T> List<T> both(Callable<T> deed) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                running.add(threads.submit(() -> {
                    together.await();
                    return deed.call();
                }));
            }
            return List.of(running.get(0).get(), running.get(1).get());
        }
    }

    private RecoveryPlan.Result result(Ticket ticket) {
        deliveries.await(command);
        return current(ticket.id()).result();
    }

    @Test
    void what_became_of_a_plan_follows_its_ticket() {
        Ticket ticket = failed(Mood.CALM);
        followed(ticket);
        assertThat(result(ticket)).isEqualTo(new RecoveryPlan.Result(null, false, null, false));
        failures.resolve(lin, ticket.id(), Consent.CONTENT);
        RecoveryPlan.Result resolved = result(ticket);
        assertThat(resolved.resolvedAt()).isNotNull();
        assertThat(resolved.consent()).isEqualTo(Consent.CONTENT);
        assertThat(resolved.failed()).isFalse();
        Ticket now = tickets.get(lin, ticket.id());
        assertThat(tickets.step(lin, ticket.id(), now.version(), Step.REOPEN, "又断了"))
                .isInstanceOf(StepResult.Done.class);
        assertThat(result(ticket).cameBack()).isTrue();
        assertThat(result(ticket).failed()).isTrue();
        RecoveryPlan next = made(plans.follow(lin, ticket.id(), 1));
        assertThat(result(ticket).cameBack())
                .as("what happened before a plan is not its doing: %s", next.number())
                .isFalse();
    }

    @Test
    void what_came_by_file_and_is_worked_here_shows_what_became_of_its_plan() {
        Ticket ticket = failed(Mood.CALM);
        jdbc.sql("update ticket.ticket set source = 'crm', external_number = id::text where bureau = ? and id = ?")
                .params(command.bureau().value(), ticket.id().value())
                .update();
        followed(ticket);
        failures.resolve(lin, ticket.id(), Consent.NOT_CONTENT);
        assertThat(result(ticket).failed()).isTrue();
    }

    @Test
    void a_customer_who_goes_to_the_regulator_afterwards_counts_against_the_plan() {
        Ticket ticket = failed(Mood.CALM);
        Ticket other = failed(Mood.CALM);
        followed(ticket);
        followed(other);
        tickets.openFor(
                lin,
                new NewTicket(TicketKind.COMPLAINT, Channel.REGULATOR, "申诉", "向管局申诉", null, null, null, null),
                SomeFailures.customer(ticket));
        assertThat(result(ticket).elsewhere()).isTrue();
        assertThat(result(other).elsewhere()).isFalse();
        assertThat(result(ticket).failed()).isTrue();
    }

    @Test
    void plans_followed_are_compared_with_those_that_differed() {
        Ticket good = failed(Mood.CALM);
        followed(good);
        failures.resolve(lin, good.id(), Consent.CONTENT);
        Ticket bad = failed(Mood.CALM);
        plans.make(lin, bad.id(), 0, chosen(RemedyKind.APOLOGY), "只道歉");
        failures.resolve(lin, bad.id(), Consent.NOT_CONTENT);
        followed(failed(Mood.CALM));
        deliveries.await(command);
        Comparison comparison = effects.compare(lin);
        assertThat(comparison.followed()).isEqualTo(new Comparison.Side(1, 0, Comparison.Marks.NONE));
        assertThat(comparison.differed()).isEqualTo(new Comparison.Side(1, 1, Comparison.Marks.NONE));
        assertThat(comparison.minimum()).isEqualTo(20);
        assertThat(comparison.verdict()).isEqualTo(Comparison.Verdict.TOO_FEW);
    }

    @Test
    void a_plan_that_failed_counts_though_another_one_took_its_place_before_anybody_was_told() {
        Ticket ticket = failed(Mood.CALM);
        RecoveryPlan first = followed(ticket);
        failures.resolve(lin, ticket.id(), Consent.CONTENT);
        Ticket now = tickets.get(lin, ticket.id());
        assertThat(tickets.step(lin, ticket.id(), now.version(), Step.REOPEN, "又断了"))
                .isInstanceOf(StepResult.Done.class);
        made(plans.make(lin, ticket.id(), 1, chosen(RemedyKind.APOLOGY), "客户只要道歉"));
        deliveries.await(command);
        RecoveryPlan.Result of = plans.of(lin, ticket.id()).stream()
                .filter(plan -> plan.id().equals(first.id()))
                .findFirst()
                .orElseThrow()
                .result();
        assertThat(of.cameBack()).isTrue();
        assertThat(of.resolvedAt()).isNotNull();
        assertThat(effects.compare(lin).followed()).isEqualTo(new Comparison.Side(1, 1, Comparison.Marks.NONE));
        assertThat(effects.compare(lin).differed().plans()).isZero();
        assertThat(record.of(lin, lin.staff(), Instant.EPOCH, 9))
                .returns(1L, RecoveryRecord.Made::known)
                .returns(1L, RecoveryRecord.Made::failed);
    }

    @Test
    void a_plan_that_was_replaced_before_it_came_to_anything_does_not_count() {
        Ticket ticket = failed(Mood.CALM);
        made(plans.make(lin, ticket.id(), 0, chosen(RemedyKind.APOLOGY), "先道歉"));
        made(plans.follow(lin, ticket.id(), 1));
        failures.resolve(lin, ticket.id(), Consent.CONTENT);
        made(plans.make(lin, ticket.id(), 2, chosen(RemedyKind.APOLOGY), "再道歉一次"));
        deliveries.await(command);
        assertThat(effects.compare(lin).followed()).isEqualTo(new Comparison.Side(1, 0, Comparison.Marks.NONE));
        assertThat(effects.compare(lin).differed().plans()).isZero();
    }

    private void answered(Ticket ticket, int mark) {
        failures.resolve(lin, ticket.id(), Consent.CONTENT);
        findings.name(lin, ticket.id(), causes.offered(lin).getFirst().id(), "");
        failures.close(lin, ticket.id());
        FollowUp asked = followUps.ask(gao, ticket.id());
        assertThat(followUps.enter(
                        gao, asked.id(), Channel.HOT_LINE, new Marks(mark, mark, null, null, null, null), ""))
                .isInstanceOf(FollowUpResult.Done.class);
    }

    @Test
    void each_plan_has_the_mark_that_was_given_while_it_held() {
        Ticket ticket = failed(Mood.CALM);
        followed(ticket);
        answered(ticket, 2);
        Ticket now = tickets.get(lin, ticket.id());
        assertThat(tickets.step(lin, ticket.id(), now.version(), Step.REOPEN, "又断了"))
                .isInstanceOf(StepResult.Done.class);
        made(plans.make(lin, ticket.id(), 1, chosen(RemedyKind.APOLOGY), "客户只要道歉"));
        answered(ticket, 5);
        deliveries.await(command);
        assertThat(effects.compare(lin).followed()).isEqualTo(new Comparison.Side(1, 1, new Comparison.Marks(1, 2, 4)));
        assertThat(effects.compare(lin).differed())
                .isEqualTo(new Comparison.Side(1, 0, new Comparison.Marks(1, 5, 25)));
    }

    @Test
    void plans_that_differed_are_paged_by_key() {
        for (int i = 0; i < 3; i++) {
            Ticket ticket = failed(Mood.CALM);
            plans.make(lin, ticket.id(), 0, chosen(RemedyKind.APOLOGY), "理由" + i);
        }
        List<RecoveryPlan> all = effects.differed(lin, null, null, 10);
        List<RecoveryPlan> seen = new ArrayList<>();
        Instant at = null;
        UUID id = null;
        for (int i = 0; i < 3; i++) {
            RecoveryPlan one = effects.differed(lin, at, id, 1).getFirst();
            seen.add(one);
            at = one.at();
            id = one.id().value();
        }
        assertThat(seen).isEqualTo(all).extracting(RecoveryPlan::reason).containsExactly("理由2", "理由1", "理由0");
        assertThat(effects.differed(lin, at, id, 1)).isEmpty();
    }

    @Test
    void a_plan_is_never_changed_and_its_reason_is_blacked_out_with_its_customer() {
        Ticket ticket = failed(Mood.CALM);
        plans.make(lin, ticket.id(), 0, chosen(RemedyKind.APOLOGY), "周慧芳说只要道歉");
        UUID id = current(ticket.id()).id().value();
        assertThatThrownBy(() -> jdbc.sql("update recovery.plan set followed = true where id = ?")
                        .param(id)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from recovery.plan_line where plan = ?")
                        .param(id)
                        .update())
                .isInstanceOf(DataAccessException.class);
        Ticket now = tickets.get(lin, ticket.id());
        assertThat(tickets.step(lin, ticket.id(), now.version(), Step.CANCEL, "撤回"))
                .isInstanceOf(StepResult.Done.class);
        Actor chief = offices.hire(command, Posts.GENERAL_MANAGER, "wei");
        redactions.redact(chief, SomeFailures.customer(ticket), "客户要求");
        assertThat(current(ticket.id()).reason()).doesNotContain("周慧芳").contains("只要道歉");
    }
}
