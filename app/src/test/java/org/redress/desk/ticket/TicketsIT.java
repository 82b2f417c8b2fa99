package org.redress.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.desk.ticket.DeskFixture.matter;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.ground.commitment.ClockState;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.PauseReason;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Grant;
import org.redress.ground.identity.Scope;
import org.redress.ground.trail.Trail;
import org.redress.ground.trail.TrailEntry;
import org.redress.platform.web.Problem;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@RedressIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TicketsIT {

    @Autowired
    Tickets tickets;

    @Autowired
    Transfers transfers;

    @Autowired
    Commitments commitments;

    @Autowired
    Trail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    DeskFixture desk;

    @Autowired
    ObjectProvider<DeskFixture> others;

    @Test
    void whoever_opens_a_ticket_answers_for_it_and_its_reply_is_owed_by_the_rule() {
        Ticket ticket = tickets.open(desk.lin, matter("宽带两次修不好", "13812342046", "枫林路3幢"));
        assertThat(ticket.responsible()).isEqualTo(desk.lin.staff());
        assertThat(ticket.unit()).isEqualTo(desk.lin.unit());
        assertThat(ticket.taken()).isTrue();
        assertThat(ticket.state()).isEqualTo(TicketState.ACKNOWLEDGED);
        assertThat(ticket.customer()).isNotNull();
        assertThat(ticket.reply().dueAt())
                .isEqualTo(commitments
                        .of(desk.lin, Subject.ticket(ticket.id().value()))
                        .getFirst()
                        .dueAt());
        assertThat(Duration.between(
                        ticket.origin().receivedAt(),
                        Objects.requireNonNull(ticket.reply().dueAt())))
                .isBetween(Duration.ofDays(15).minusSeconds(1), Duration.ofDays(15));
        assertThat(tickets.find(desk.lin, ticket.number())).contains(ticket);
    }

    @Test
    void a_ticket_without_a_responsible_person_cannot_exist() {
        Ticket ticket = tickets.open(desk.lin, matter("短信收不到"));
        assertThatThrownBy(() -> jdbc.sql("update ticket.ticket set responsible = null where bureau = ? and id = ?")
                        .params(desk.bureau.id().value(), ticket.id().value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void a_matter_without_a_word_or_from_the_future_is_refused() {
        NewTicket empty = new NewTicket(TicketKind.COMPLAINT, Channel.HOT_LINE, " ", "\n", null, null, null, null);
        assertProblem(HttpStatus.UNPROCESSABLE_CONTENT, () -> tickets.open(desk.lin, empty));
        NewTicket ahead = new NewTicket(
                TicketKind.COMPLAINT,
                Channel.HOT_LINE,
                "a",
                "b",
                null,
                null,
                null,
                clock.instant().plus(Duration.ofDays(365)));
        assertProblem(HttpStatus.UNPROCESSABLE_CONTENT, () -> tickets.open(desk.lin, ahead));
        NewTicket huge =
                new NewTicket(TicketKind.COMPLAINT, Channel.HOT_LINE, "x".repeat(1 << 20), "b", null, null, null, null);
        assertProblem(HttpStatus.UNPROCESSABLE_CONTENT, () -> tickets.open(desk.lin, huge));
    }

    @Test
    @Transactional // rolled back: the message is looked at before anybody can take it away
    void the_whole_way_from_opened_to_closed_leaves_history_trail_and_message() {
        Ticket opened = tickets.open(desk.lin, enquiry("国际漫游怎么收费"));
        Ticket started = done(tickets.step(desk.lin, opened.id(), 1, Step.START, null));
        Ticket classified = done(tickets.classify(
                desk.lin,
                opened.id(),
                started.version(),
                anyType(),
                new Diagnosis(FailureKind.OUTCOME, "账单", Attribution.PROVIDER, "系统记录")));
        Ticket answered =
                done(tickets.answer(desk.lin, opened.id(), classified.version(), Channel.HOT_LINE, "周女士您好，费用已退。"));
        assertThat(answered.reply().answeredAt()).isNotNull();
        assertThat(answered.reply().inTime()).isTrue();
        assertThat(answered.reply().dueAt()).isNull();
        Ticket settled = done(tickets.settle(desk.lin, opened.id(), answered.version(), "退费318.40元"));
        Ticket resolved = done(tickets.step(desk.lin, opened.id(), settled.version(), Step.RESOLVE, null));
        Ticket closed = done(tickets.close(desk.lin, opened.id(), resolved.version(), Without.NOTHING));
        assertThat(closed.state()).isEqualTo(TicketState.CLOSED);
        assertThat(closed.version()).isEqualTo(7);
        assertThat(closed.outcome().closedAt()).isNotNull();

        assertThat(tickets.story(desk.lin, opened.id()).entries().stream()
                        .filter(TicketStory.Happened.class::isInstance)
                        .map(entry -> ((TicketStory.Happened) entry).what()))
                .containsExactly("open", "start", "classify", "answer", "settle", "resolve", "close");
        assertThat(trail.of(desk.command, "ticket", opened.id().value(), 50).stream()
                        .map(TrailEntry::deed)
                        .filter(deed -> deed.startsWith("ticket.")))
                .containsExactly(
                        "ticket.close",
                        "ticket.resolve",
                        "ticket.settle",
                        "ticket.answer",
                        "ticket.classify",
                        "ticket.start",
                        "ticket.open");
        List<TicketChanged.Fact> facts = facts(opened.id());
        assertThat(facts).extracting(TicketChanged.Fact::version).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(facts.getLast().state()).isEqualTo("closed");
        assertThat(facts.getLast().imported()).isFalse();
    }

    @Test
    void closing_asks_for_an_answer_and_a_settlement_or_the_reason_why_not() {
        Ticket resolved = resolved(enquiry("营业厅几点开门"));
        assertThat(tickets.close(desk.lin, resolved.id(), resolved.version(), new Without(null, " ", null)))
                .isInstanceOfSatisfying(StepResult.Refused.class, refused -> {
                    assertThat(refused.reasons()).containsExactly("ticket.closing.answer", "ticket.closing.settlement");
                    assertThat(refused.legal()).containsExactlyInAnyOrder(Step.CLOSE, Step.REOPEN);
                });
        assertThat(tickets.get(desk.lin, resolved.id()).version()).isEqualTo(resolved.version());
        Ticket settled = done(tickets.settle(desk.lin, resolved.id(), resolved.version(), "加开窗口"));
        assertThat(tickets.close(desk.lin, resolved.id(), settled.version(), Without.NOTHING))
                .isInstanceOfSatisfying(
                        StepResult.Refused.class,
                        refused -> assertThat(refused.reasons()).containsExactly("ticket.closing.answer"));
        StepResult closed =
                tickets.close(desk.lin, resolved.id(), settled.version(), new Without("匿名，无法联系", null, null));
        assertThat(done(closed).outcome().withoutAnswer()).isEqualTo("匿名，无法联系");
    }

    @Test
    @Tag("S5.1")
    void the_last_word_of_the_customer_is_answered_before_the_ticket_is_closed() {
        Ticket ticket = tickets.open(desk.lin, enquiry("宽带什么时候装"));
        Ticket started = done(tickets.step(desk.lin, ticket.id(), 1, Step.START, null));
        Ticket answered = done(tickets.answer(desk.lin, ticket.id(), started.version(), Channel.HOT_LINE, "周三装"));
        Ticket settled = done(tickets.settle(desk.lin, ticket.id(), answered.version(), "已派装机"));
        Ticket asked = done(tickets.spoke(desk.lin, ticket.id(), Channel.HOT_LINE, "上午还是下午？"));
        Ticket resolved = done(tickets.step(desk.lin, ticket.id(), asked.version(), Step.RESOLVE, null));
        assertThat(resolved.reply().dueAt()).isEqualTo(asked.reply().dueAt()).isNotNull();
        assertThat(resolved.reply().inTime()).isNull();
        assertUnanswered(resolved);
        Ticket again = done(tickets.answer(desk.lin, ticket.id(), resolved.version(), Channel.HOT_LINE, "下午"));
        assertThat(again.reply().inTime()).isTrue();
        Ticket reopened = done(tickets.step(desk.lin, ticket.id(), again.version(), Step.REOPEN, "没人来"));
        Ticket done = done(tickets.step(desk.lin, ticket.id(), reopened.version(), Step.RESOLVE, null));
        assertUnanswered(done);
        Ticket closed = done(tickets.close(desk.lin, ticket.id(), done.version(), new Without("客户电话停机", null, null)));
        assertThat(closed.outcome().withoutAnswer()).isEqualTo("客户电话停机");
        assertThat(replyClock(ticket).state(clock.instant())).isEqualTo(ClockState.DONE);
        assertThat(settled.outcome().settlement()).isNotNull();
    }

    private void assertUnanswered(Ticket resolved) {
        assertThat(tickets.close(desk.lin, resolved.id(), resolved.version(), Without.NOTHING))
                .isInstanceOfSatisfying(
                        StepResult.Refused.class,
                        refused -> assertThat(refused.reasons()).containsExactly("ticket.closing.answer"));
    }

    @Test
    void every_illegal_step_is_refused_and_the_legal_ones_are_named() {
        for (TicketState state : TicketState.values()) {
            Ticket ticket = inState(state);
            for (Step step : Step.values()) {
                if (!state.legalSteps().contains(step)) {
                    StepResult result = step == Step.HOLD
                            ? hold(desk.lin, ticket, PauseReason.APPOINTMENT, "因为")
                            : tickets.step(desk.lin, ticket.id(), ticket.version(), step, "因为");
                    assertThat(result)
                            .isInstanceOfSatisfying(
                                    StepResult.Refused.class,
                                    refused -> assertThat(refused.legal()).isEqualTo(state.legalSteps()));
                }
            }
            assertThat(tickets.get(desk.lin, ticket.id())).isEqualTo(ticket);
        }
    }

    @Test
    void every_legal_step_leads_where_it_should() {
        for (TicketState state : TicketState.values()) {
            for (Step step : state.legalSteps()) {
                Ticket ticket = inState(state);
                if (step == Step.CLOSE) {
                    continue;
                }
                StepResult result = step == Step.HOLD
                        ? hold(desk.lin, ticket, PauseReason.APPOINTMENT, "改约")
                        : tickets.step(desk.lin, ticket.id(), ticket.version(), step, "因为");
                assertThat(done(result).state()).isEqualTo(step.to());
            }
        }
    }

    @Test
    @Tag("S5.1")
    void a_complaint_is_closed_with_a_finding_and_the_customer_says_whether_they_are_content() {
        Ticket resolved = resolved(matter("多收了月租"));
        assertThat(tickets.consent(desk.lin, resolved.id(), resolved.version(), Consent.CONTENT))
                .isInstanceOfSatisfying(
                        StepResult.Refused.class,
                        refused -> assertThat(refused.reasons()).containsExactly("ticket.refused.unanswered"));
        Ticket answered = done(tickets.answer(desk.lin, resolved.id(), resolved.version(), Channel.HOT_LINE, "已退"));
        Ticket settled = done(tickets.settle(desk.lin, resolved.id(), answered.version(), "退30元"));
        Actor closing = desk.with(
                desk.lin,
                new Grant(Action.READ, "ticket", Scope.BUREAU),
                new Grant(Action.WRITE, "ticket", Scope.UNIT),
                new Grant(Action.READ, "cause", Scope.BUREAU));
        assertThat(tickets.close(closing, resolved.id(), settled.version(), Without.NOTHING))
                .isInstanceOfSatisfying(
                        StepResult.Refused.class,
                        refused -> assertThat(refused.reasons()).contains("ticket.closing.finding"));
        assertProblem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                () -> tickets.find(desk.lin, resolved.id(), settled.version(), Verdict.UPHELD, " "));
        Ticket found = done(tickets.find(desk.lin, resolved.id(), settled.version(), Verdict.UPHELD, "套餐重复订购"));
        assertThat(found.outcome().finding()).isEqualTo(new Ticket.Finding(Verdict.UPHELD, "套餐重复订购"));
        Ticket content = done(tickets.consent(desk.lin, resolved.id(), found.version(), Consent.CONTENT));
        assertThat(content.outcome().consent()).isEqualTo(Consent.CONTENT);
    }

    @Test
    void a_closed_ticket_is_reopened_within_the_period_only_and_that_is_counted() {
        Ticket closed = inState(TicketState.CLOSED);
        Ticket again = done(tickets.step(desk.lin, closed.id(), closed.version(), Step.REOPEN, "又坏了"));
        assertThat(again.outcome().reopened()).isEqualTo(1);
        assertThat(again.outcome().closedAt()).isNull();
        assertThat(again.reply().dueAt()).isAfter(clock.instant());
        Ticket old = inState(TicketState.CLOSED);
        jdbc.sql("update ticket.ticket set closed_at = closed_at - interval '40 days' where bureau = ? and id = ?")
                .params(desk.bureau.id().value(), old.id().value())
                .update();
        assertThat(tickets.step(desk.lin, old.id(), old.version(), Step.REOPEN, "又坏了"))
                .isInstanceOfSatisfying(
                        StepResult.Refused.class,
                        refused -> assertThat(refused.reasons()).containsExactly("ticket.refused.reopen"));
    }

    @Test
    void a_step_that_needs_a_reason_is_not_taken_without_one() {
        Ticket ticket = inState(TicketState.IN_PROGRESS);
        assertProblem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                () -> tickets.step(desk.lin, ticket.id(), ticket.version(), Step.PEND, " "));
        assertProblem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                () -> tickets.step(desk.lin, ticket.id(), ticket.version(), Step.HOLD, "why"));
    }

    @Test
    void state_and_clock_pause_resume_and_stop_together() {
        Ticket ticket = inState(TicketState.IN_PROGRESS);
        Ticket pending = done(tickets.step(desk.lin, ticket.id(), ticket.version(), Step.PEND, "等身份证照片"));
        assertThat(pending.reply().paused()).isTrue();
        assertThat(pending.reply().dueAt()).isNull();
        assertThat(pending.stateReason()).isEqualTo("等身份证照片");
        assertThat(replyClock(ticket).state(clock.instant())).isEqualTo(ClockState.PAUSED);
        Ticket resumed = done(tickets.step(desk.lin, ticket.id(), pending.version(), Step.RESUME, null));
        assertThat(resumed.reply().paused()).isFalse();
        assertThat(resumed.reply().dueAt())
                .isEqualTo(replyClock(ticket).dueAt())
                .isNotNull();
        Ticket resolved = done(tickets.step(desk.lin, ticket.id(), resumed.version(), Step.RESOLVE, null));
        assertThat(resolved.reply().dueAt()).isEqualTo(resumed.reply().dueAt());
        Ticket answered = done(tickets.answer(desk.lin, ticket.id(), resolved.version(), Channel.HOT_LINE, "已修好"));
        assertThat(answered.reply().inTime()).isTrue();
        assertThat(replyClock(ticket).state(clock.instant())).isEqualTo(ClockState.DONE);
        Ticket reopened = done(tickets.step(desk.lin, ticket.id(), answered.version(), Step.REOPEN, "客户说没修好"));
        assertThat(reopened.reply().dueAt()).isAfter(clock.instant());
        assertThat(reopened.outcome().resolvedAt()).isNull();
        Ticket cancelled = done(tickets.step(desk.lin, ticket.id(), reopened.version(), Step.CANCEL, "客户撤回"));
        assertThat(cancelled.reply().inTime()).isNull();
        assertThat(replyClock(ticket).state(clock.instant())).isEqualTo(ClockState.CANCELLED);
    }

    @Test
    void a_matter_that_ends_unresolved_is_told_its_customer_with_the_reason() {
        Ticket rejected = tickets.open(desk.lin, matter("邻居施工", "13812342077", null));
        done(tickets.step(desk.lin, rejected.id(), 1, Step.REJECT, "这条线路由其他公司维护。"));
        Ticket cancelled = tickets.open(desk.lin, matter("重复登记", "13812342078", null));
        done(tickets.step(desk.lin, cancelled.id(), 1, Step.CANCEL, "客户撤回。"));
        assertThat(told(rejected)).singleElement().asString().contains("这条线路由其他公司维护。");
        Ticket wordy = tickets.open(desk.lin, matter("重复登记", "13812342079", null));
        assertThatThrownBy(() -> tickets.step(desk.lin, wordy.id(), 1, Step.REJECT, "长".repeat(1001)))
                .as("it goes out by SMS")
                .hasMessageContaining("ticket.ended.sms");
        assertThat(told(wordy)).isEmpty();
        assertThat(told(cancelled)).singleElement().asString().contains("客户撤回。");
    }

    private List<String> told(Ticket ticket) {
        return jdbc.sql("""
                        select parameters::text from notification.message
                         where bureau = ? and subject = ? and code = 'ticket.ended'
                        """)
                .params(desk.bureau.id().value(), ticket.id().value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** Zammad #3140: escalated though the customer was the one who owed. */
    @Test
    void an_answer_while_waiting_for_the_customer_stops_the_clock_too() {
        Ticket pending = inState(TicketState.PENDING);
        Ticket answered = done(tickets.answer(desk.lin, pending.id(), pending.version(), Channel.HOT_LINE, "已说明"));
        assertThat(answered.reply().paused()).isFalse();
        assertThat(answered.reply().inTime()).isTrue();
        assertThat(done(tickets.step(desk.lin, pending.id(), answered.version(), Step.RESUME, null))
                        .state())
                .isEqualTo(TicketState.IN_PROGRESS);
    }

    /** RT 5.0.3: with one If-Match two writers both won in 12 of 20 races. */
    @Test
    void of_two_who_change_the_same_at_once_one_wins_and_the_other_sees_what_is_there_now() throws Exception {
        for (int round = 0; round < 20; round++) {
            Ticket ticket = tickets.open(desk.lin, matter("抢着改" + round));
            List<StepResult> results = atOnce(
                    () -> tickets.settle(desk.lin, ticket.id(), 1, "换了光猫"),
                    () -> tickets.settle(desk.tang, ticket.id(), 1, "换了网线"));
            assertThat(results).hasAtLeastOneElementOfType(StepResult.Done.class);
            StepResult.Stale stale = results.stream()
                    .filter(StepResult.Stale.class::isInstance)
                    .map(StepResult.Stale.class::cast)
                    .findFirst()
                    .orElseThrow();
            Ticket now = tickets.get(desk.lin, ticket.id());
            assertThat(stale.now()).isEqualTo(now);
            assertThat(now.version()).isEqualTo(2);
        }
    }

    /** Zammad #3877, tokenly-cms #56: of two saves the later won in silence. */
    @Test
    void two_who_change_different_things_at_once_both_get_through() throws Exception {
        for (int round = 0; round < 20; round++) {
            Ticket ticket = tickets.open(desk.lin, matter("各改各的" + round));
            List<StepResult> results = atOnce(
                    () -> tickets.step(desk.lin, ticket.id(), 1, Step.START, null),
                    () -> tickets.classify(desk.tang, ticket.id(), 1, anyType()));
            assertThat(results).allMatch(StepResult.Done.class::isInstance);
            Ticket now = tickets.get(desk.lin, ticket.id());
            assertThat(now.version()).isEqualTo(3);
            assertThat(now.state()).isEqualTo(TicketState.IN_PROGRESS);
            assertThat(now.classified()).isNotNull();
        }
    }

    @Test
    void a_step_from_a_state_that_is_gone_shows_what_is_there_now() {
        Ticket ticket = tickets.open(desk.lin, matter("迟到的一步"));
        done(tickets.step(desk.lin, ticket.id(), 1, Step.START, null));
        assertThat(tickets.step(desk.tang, ticket.id(), 1, Step.START, null)).isInstanceOf(StepResult.Stale.class);
    }

    @Test
    void an_answer_written_before_the_customer_spoke_again_is_not_given_over_their_words() {
        Ticket ticket = tickets.open(desk.lin, matter("还是不行"));
        tickets.spoke(desk.tang, ticket.id(), Channel.HOT_LINE, "昨天又断了两次");
        assertThat(tickets.answer(desk.lin, ticket.id(), 1, Channel.HOT_LINE, "已修好"))
                .isInstanceOf(StepResult.Stale.class);
    }

    @Test
    void two_answers_at_once_reach_the_customer_once() throws Exception {
        Ticket ticket = tickets.open(desk.lin, matter("两人同时答复"));
        List<StepResult> results = atOnce(
                () -> tickets.answer(desk.lin, ticket.id(), 1, Channel.HOT_LINE, "甲"),
                () -> tickets.answer(desk.tang, ticket.id(), 1, Channel.HOT_LINE, "乙"));
        assertThat(results).hasAtLeastOneElementOfType(StepResult.Stale.class);
        assertThat(tickets.story(desk.lin, ticket.id()).entries().stream()
                        .filter(TicketStory.Answered.class::isInstance))
                .hasSize(1);
    }

    /** brimir #412: an internal note was mailed to the customer. */
    @Test
    void a_note_does_not_make_a_colleagues_form_stale_and_is_no_answer() {
        Ticket ticket = tickets.open(desk.lin, matter("备注"));
        tickets.note(desk.tang, ticket.id(), "客户住三楼");
        assertThat(done(tickets.step(desk.lin, ticket.id(), 1, Step.START, null))
                        .reply()
                        .answeredAt())
                .isNull();
        assertThat(jdbc.sql("select count(*) from ticket.answer where bureau = ? and ticket = ?")
                        .params(desk.bureau.id().value(), ticket.id().value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(tickets.story(desk.lin, ticket.id()).entries()).hasAtLeastOneElementOfType(TicketStory.Noted.class);
    }

    @Test
    void what_is_outside_the_scope_is_absent_and_what_may_only_be_read_is_forbidden() {
        Ticket ticket = tickets.open(desk.lin, matter("别人的"));
        Actor own = desk.with(
                desk.tang, new Grant(Action.READ, "ticket", Scope.OWN), new Grant(Action.WRITE, "ticket", Scope.OWN));
        Actor unit = desk.with(desk.he, new Grant(Action.READ, "ticket", Scope.UNIT));
        Actor nobody = desk.with(desk.he);
        assertProblem(HttpStatus.NOT_FOUND, () -> tickets.get(own, ticket.id()));
        assertProblem(HttpStatus.NOT_FOUND, () -> tickets.step(own, ticket.id(), 1, Step.START, null));
        assertProblem(HttpStatus.NOT_FOUND, () -> tickets.get(unit, ticket.id()));
        assertProblem(HttpStatus.NOT_FOUND, () -> tickets.story(unit, ticket.id()));
        assertThat(tickets.find(unit, ticket.number())).isEmpty();
        assertProblem(HttpStatus.FORBIDDEN, () -> tickets.get(nobody, ticket.id()));
        assertProblem(HttpStatus.FORBIDDEN, () -> tickets.step(desk.he, ticket.id(), 1, Step.START, null));
        assertProblem(HttpStatus.FORBIDDEN, () -> tickets.note(desk.he, ticket.id(), "x"));
        assertProblem(HttpStatus.FORBIDDEN, () -> transfers.offer(desk.tang, ticket.id(), 1, desk.he.staff(), "调班"));
        assertProblem(HttpStatus.NOT_FOUND, () -> tickets.get(desk.lin, new TicketId(UUID.randomUUID())));
        Actor elsewhere = others.getObject().lin;
        assertProblem(HttpStatus.NOT_FOUND, () -> tickets.get(elsewhere, ticket.id()));
    }

    @Test
    void a_ticket_that_is_taken_stays_with_whoever_took_it_first() {
        Ticket ticket = tickets.open(desk.lin, matter("已认领"));
        assertThat(done(tickets.take(desk.lin, ticket.id()))).isEqualTo(ticket);
        assertThat(tickets.take(desk.tang, ticket.id()))
                .isInstanceOfSatisfying(
                        StepResult.Refused.class,
                        refused -> assertThat(refused.reasons()).containsExactly("ticket.refused.taken"));
    }

    @Test
    void what_has_ended_is_not_changed() {
        Ticket rejected = inState(TicketState.REJECTED);
        assertThat(tickets.settle(desk.lin, rejected.id(), rejected.version(), "x"))
                .isInstanceOf(StepResult.Refused.class);
        assertThat(tickets.answer(desk.lin, rejected.id(), rejected.version(), Channel.HOT_LINE, "x"))
                .isInstanceOf(StepResult.Refused.class);
    }

    @Test
    void an_unknown_failure_type_is_refused() {
        Ticket ticket = tickets.open(desk.lin, matter("定类型"));
        assertProblem(
                HttpStatus.UNPROCESSABLE_CONTENT, () -> tickets.classify(desk.lin, ticket.id(), 1, "no-such-type"));
    }

    /** Closing it asks for nothing that only other modules know. */
    private static NewTicket enquiry(String subject) {
        return new NewTicket(TicketKind.ENQUIRY, Channel.HOT_LINE, subject, "", null, null, null, null);
    }

    private Ticket resolved(NewTicket matter) {
        Ticket ticket = tickets.open(desk.lin, matter);
        done(tickets.step(desk.lin, ticket.id(), 1, Step.START, null));
        return done(tickets.step(desk.lin, ticket.id(), 2, Step.RESOLVE, null));
    }

    private Ticket inState(TicketState state) {
        Ticket ticket = tickets.open(desk.lin, matter("状态" + state));
        List<Step> way = switch (state) {
            case ACKNOWLEDGED -> List.of();
            case IN_PROGRESS -> List.of(Step.START);
            case PENDING -> List.of(Step.START, Step.PEND);
            case HELD -> List.of(Step.START, Step.HOLD);
            case RESOLVED, CLOSED -> List.of(Step.START, Step.RESOLVE);
            case REJECTED -> List.of(Step.REJECT);
            case CANCELLED -> List.of(Step.CANCEL);
        };
        for (Step step : way) {
            ticket = done(
                    step == Step.HOLD
                            ? hold(desk.head, ticket, PauseReason.FORCE_MAJEURE, "台风")
                            : tickets.step(desk.lin, ticket.id(), ticket.version(), step, "因为"));
        }
        if (state == TicketState.CLOSED) {
            // What other modules ask for on closing is theirs to test.
            jdbc.sql("update ticket.ticket set state = 'closed', closed_at = now() where bureau = ? and id = ?")
                    .params(desk.bureau.id().value(), ticket.id().value())
                    .update();
            ticket = tickets.get(desk.lin, ticket.id());
        }
        return ticket;
    }

    private StepResult hold(Actor by, Ticket ticket, PauseReason reason, String why) {
        return tickets.hold(
                by, ticket.id(), ticket.version(), reason, why, clock.instant().plus(Duration.ofDays(1)));
    }

    private org.redress.ground.commitment.Clock replyClock(Ticket ticket) {
        return commitments.of(desk.lin, Subject.ticket(ticket.id().value())).getLast();
    }

    private String anyType() {
        return vocabulary.groups(desk.lin).getFirst().types().getFirst();
    }

    @Autowired
    FailureVocabulary vocabulary;

    private List<TicketChanged.Fact> facts(TicketId id) {
        return jdbc
                .sql("select payload from platform.outbox where bureau = ? and topic = ? order by id")
                .params(desk.bureau.id().value(), TicketChanged.TOPIC)
                .query((row, n) -> row.getString(1))
                .list()
                .stream()
                .flatMap(payload -> TicketChanged.read(payload).tickets().stream())
                .filter(fact -> fact.id().equals(id.value()))
                .toList();
    }

    private static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService pair = Executors.newFixedThreadPool(2)) {
            Future<T> first = pair.submit(() -> {
                start.await();
                return one.call();
            });
            Future<T> second = pair.submit(() -> {
                start.await();
                return other.call();
            });
            return List.of(first.get(), second.get());
        }
    }

    private static Ticket done(StepResult result) {
        assertThat(result).isInstanceOf(StepResult.Done.class);
        return ((StepResult.Done) result).ticket();
    }

    private static void assertProblem(HttpStatus status, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(status));
    }
}
