package org.redress.desk.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.desk.procedure.Departments.task;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.procedure.SegmentResult.Done;
import org.redress.desk.procedure.SegmentResult.Illegal;
import org.redress.desk.procedure.SegmentResult.Reason;
import org.redress.desk.procedure.SegmentResult.Refused;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.desk.ticket.Without;
import org.redress.ground.commitment.Answering;
import org.redress.ground.commitment.ClockState;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.PauseReason;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Actors;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressIT
@Tag("S5.3")
class SegmentsIT {

    @Autowired
    Segments segments;

    @Autowired
    Journeys journeys;

    @Autowired
    Deciders deciders;

    @Autowired
    League league;

    @Autowired
    SegmentBoard board;

    @Autowired
    SegmentAnswering answering;

    @Autowired
    Tickets tickets;

    @Autowired
    Commitments commitments;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Bureaus bureaus;

    @Autowired
    Staff staff;

    @Autowired
    Actors actors;

    @Autowired
    java.time.Clock time;

    @Autowired
    JdbcClient jdbc;

    private Departments all;
    private TicketId ticket;

    @BeforeEach
    void open() {
        all = new Departments(bureaus, staff, actors);
        ticket = all.ticket(tickets);
    }

    static Segment done(SegmentResult result) {
        assertThat(result).isInstanceOf(Done.class);
        return ((Done) result).segment();
    }

    private static void refused(SegmentResult result, Reason reason) {
        assertThat(result).isEqualTo(new Refused(reason));
    }

    private static void illegal(SegmentResult result, SegmentState state, SegmentStep... legal) {
        assertThat(result).isEqualTo(new Illegal(state, Set.of(legal)));
    }

    private Segment send(Actor to) {
        return done(segments.send(all.lin, ticket, task(to), ""));
    }

    private Segment finished(Actor by) {
        Segment sent = send(by);
        done(segments.accept(by, sent.id(), Assessment.GOOD));
        return done(segments.finish(by, sent.id(), "换了分光箱", ""));
    }

    @Test
    void handing_on_a_task_never_hands_on_the_responsibility() {
        Segment sent = send(all.he);
        assertThat(sent.state()).isEqualTo(SegmentState.OFFERED);
        done(segments.accept(all.he, sent.id(), null));
        Segment finished = done(segments.finish(all.he, sent.id(), "换了分光箱", ""));

        assertThat(finished.outcome().inTime()).isTrue();
        Ticket after = tickets.get(all.lin, ticket);
        assertThat(after.responsible()).isEqualTo(all.lin.staff());
        assertThat(after.unit()).isEqualTo(all.lin.unit());
    }

    @Test
    void one_department_has_the_matter_at_a_time_and_only_its_people_move_it() {
        Segment sent = send(all.he);
        refused(segments.send(all.lin, ticket, task(all.fu), ""), Reason.TAKEN);
        assertThatThrownBy(() -> segments.accept(all.fu, sent.id(), null)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> segments.send(all.fu, ticket, task(all.fu), ""))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> segments.cancel(all.he, sent.id(), "不干")).isInstanceOf(Problem.class);
        illegal(
                segments.finish(all.he, sent.id(), "好了", ""),
                SegmentState.OFFERED,
                SegmentStep.ACCEPT,
                SegmentStep.GIVE_BACK,
                SegmentStep.CANCEL);
        done(segments.cancel(all.lin, sent.id(), "发错了"));
        assertThat(send(all.fu).unit()).isEqualTo(all.fu.unit());
    }

    @Test
    void what_is_owed_is_reported_with_the_evidence_that_was_asked_for() {
        Task asked =
                new Task("查线路", all.he.unit(), null, null, "现场测试", task(all.he).limit(), "测试截图编号", true);
        Segment sent = done(segments.send(all.lin, ticket, asked, ""));
        done(segments.accept(all.he, sent.id(), null));
        assertThatThrownBy(() -> segments.finish(all.he, sent.id(), "测过了", " "))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.field()).isEqualTo("evidence"));
        assertThat(done(segments.finish(all.he, sent.id(), "测过了", "CS-20261125-7"))
                        .outcome()
                        .evidence())
                .isEqualTo("CS-20261125-7");
    }

    @Test
    void a_ticket_is_not_closed_while_a_department_has_it_or_before_its_work_is_assessed() {
        Segment sent = send(all.he);
        Ticket now = after(tickets.answer(all.lin, ticket, version(), Channel.HOT_LINE, "马上处理"));
        now = after(tickets.settle(all.lin, ticket, now.version(), "换了分光箱"));
        now = after(tickets.step(all.lin, ticket, now.version(), Step.RESOLVE, null));
        assertThat(tickets.close(all.lin, ticket, now.version(), Without.NOTHING))
                .isInstanceOfSatisfying(
                        StepResult.Refused.class,
                        refusal -> assertThat(refusal.reasons()).contains("segment.closing.open"));
        done(segments.accept(all.he, sent.id(), null));
        done(segments.finish(all.he, sent.id(), "换了", ""));
        assertThat(tickets.close(all.lin, ticket, now.version(), Without.NOTHING))
                .isInstanceOfSatisfying(
                        StepResult.Refused.class,
                        refusal -> assertThat(refusal.reasons()).contains("segment.closing.assess"));
        done(segments.assess(all.lin, sent.id(), Assessment.GOOD));
        assertThat(tickets.close(all.lin, ticket, now.version(), Without.NOTHING))
                .isInstanceOfSatisfying(
                        StepResult.Refused.class,
                        refusal -> assertThat(refusal.reasons())
                                .as("only its cause is missing")
                                .noneMatch(reason -> reason.startsWith("segment.")));
    }

    private int version() {
        return tickets.get(all.lin, ticket).version();
    }

    private static Ticket after(StepResult result) {
        assertThat(result).isInstanceOf(StepResult.Done.class);
        return ((StepResult.Done) result).ticket();
    }

    @Test
    void the_next_step_says_how_the_one_before_was_done_and_it_feeds_the_figures() {
        finished(all.he);
        Segment next = send(all.fu);
        refused(segments.accept(all.fu, next.id(), null), Reason.ASSESS);
        done(segments.accept(all.fu, next.id(), new Assessment(false, true, "没写端口号")));

        assertThat(league.units(all.gao, time.instant().minus(Duration.ofDays(1))))
                .filteredOn(one -> one.unit().equals(all.he.unit()))
                .containsExactly(new League.Standing(all.he.unit(), 1, 0, 1, 1, 0, 1, 0));
    }

    @Test
    void a_step_that_is_not_possible_is_refused_with_those_that_are() {
        Segment done = finished(all.he);
        illegal(segments.giveBack(all.he, done.id(), "不归我们"), SegmentState.DONE, SegmentStep.REOPEN);
        done(segments.assess(all.lin, done.id(), Assessment.GOOD));
        illegal(segments.assess(all.lin, done.id(), Assessment.GOOD), SegmentState.DONE);
        illegal(segments.refuse(all.lin, done.id(), new Assessment(true, false, "端口查错了")), SegmentState.DONE);

        Segment offered = send(all.fu);
        SegmentResult refused = segments.finish(all.fu, offered.id(), "好了", "");
        assertThat(refused).isInstanceOfSatisfying(Illegal.class, illegal -> {
            assertThat(illegal.text(Words.of(Locale.ENGLISH)))
                    .isEqualTo("It stands at “Offered”. Possible now: Take it up, Return it, Take it back.");
            assertThat(illegal.text(Words.of(Words.CHINESE))).isEqualTo("现在是“待接收”，只能：接收、退回、收回。");
        });
    }

    @Test
    void what_a_department_has_is_assessed_by_that_department() {
        Segment done = finished(all.he);
        send(all.fu);
        refused(segments.assess(all.lin, done.id(), Assessment.GOOD), Reason.TAKEN);
    }

    @Test
    void refused_work_goes_back_and_its_clock_runs_on_as_if_it_had_never_stopped() {
        Segment first = finished(all.he);
        Instant due = commitments
                .of(all.lin, SegmentClocks.subject(first.id()))
                .getLast()
                .dueAt();
        Segment next = send(all.fu);
        assertThatThrownBy(() -> segments.refuse(all.fu, first.id(), new Assessment(true, false, "")))
                .isInstanceOf(Problem.class);
        Segment again = done(segments.refuse(all.fu, first.id(), new Assessment(true, false, "端口查错了")));

        assertThat(again.state()).isEqualTo(SegmentState.ACCEPTED);
        assertThat(again.dueAt()).isEqualTo(due);
        assertThat(commitments
                        .of(all.lin, SegmentClocks.subject(first.id()))
                        .getLast()
                        .state(time.instant()))
                .isIn(ClockState.OK, ClockState.DUE);
        illegal(segments.accept(all.fu, next.id(), Assessment.GOOD), SegmentState.RETURNED);
        done(segments.finish(all.he, first.id(), "重新查过，已换端口", ""));
        done(segments.accept(all.fu, send(all.fu).id(), Assessment.GOOD));
    }

    @Test
    @Tag("S5.2")
    void a_matter_thrown_between_departments_stops_at_a_decider_whose_department_cannot_give_it_back() {
        done(segments.giveBack(all.he, send(all.he).id(), "不是线路问题"));
        assertThat(journeys.look(all.lin, ticket).ruling()).isNull();
        Segment second = done(segments.giveBack(all.he, send(all.he).id(), "还是不归我们"));
        assertThat(second.outcome().reason()).isEqualTo("还是不归我们");

        refused(segments.send(all.lin, ticket, task(all.fu), ""), Reason.STOPPED);
        assertThat(deciders.waiting(all.gao, Instant.EPOCH, new java.util.UUID(0, 0), 10))
                .extracting(Ruling::ticket)
                .containsExactly(ticket);
        assertThatThrownBy(() -> deciders.decide(all.lin, ticket, all.he.unit(), "归线路"))
                .isInstanceOf(Problem.class);
        Segment named = done(deciders.decide(all.gao, ticket, all.he.unit(), "测试数据指向分光箱，归线路"));
        refused(segments.giveBack(all.he, named.id(), "不干"), Reason.DECIDED);
        done(segments.accept(all.he, named.id(), null));
        assertThat(deciders.count(all.gao)).isZero();
        assertThat(tickets.get(all.lin, ticket).responsible()).isEqualTo(all.lin.staff());
        assertThat(league.thrown(all.gao, Instant.EPOCH, 10)).containsExactly(new League.Thrown(ticket, 2, 1));
        assertThat(league.units(all.gao, Instant.EPOCH).getFirst().returnedShare())
                .isEqualTo(2.0 / 3);
    }

    @Test
    @Tag("S5.3")
    void a_department_that_gets_the_matter_while_the_ticket_waits_has_a_clock_that_waits_too() {
        done(segments.giveBack(all.he, send(all.he).id(), "不是线路问题"));
        done(segments.giveBack(all.he, send(all.he).id(), "还是不归我们"));
        hold();
        Segment named = done(deciders.decide(all.gao, ticket, all.he.unit(), "归线路"));
        assertThat(state(named)).isEqualTo(ClockState.PAUSED);
        assertThat(named.dueAt()).isEqualTo(Instant.MAX);
        after(tickets.step(all.lin, ticket, version(), Step.RESUME, null));
        deliveries.await(all.lin);
        assertThat(state(named)).isIn(ClockState.OK, ClockState.DUE);
    }

    @Test
    @Tag("S5.3")
    void work_that_is_refused_while_the_ticket_waits_waits_too_and_what_is_resolved_is_not_refused() {
        Segment first = finished(all.he);
        hold();
        Segment again = done(segments.refuse(all.lin, first.id(), new Assessment(true, false, "端口查错了")));
        assertThat(state(again)).isEqualTo(ClockState.PAUSED);
        after(tickets.step(all.lin, ticket, version(), Step.RESUME, null));
        deliveries.await(all.lin);
        done(segments.finish(all.he, first.id(), "已换端口", ""));
        after(tickets.step(all.lin, ticket, version(), Step.RESOLVE, null));
        refused(segments.refuse(all.lin, first.id(), new Assessment(true, false, "又查错了")), Reason.ENDED);
    }

    private void hold() {
        after(tickets.hold(
                all.lin,
                ticket,
                version(),
                PauseReason.APPOINTMENT,
                "约了周五上门",
                time.instant().plus(Duration.ofDays(2))));
        deliveries.await(all.lin);
    }

    @Test
    @Tag("S5.2")
    void a_matter_that_is_stopped_rings_its_decider_and_is_decided_within_a_limit() {
        done(segments.giveBack(all.he, send(all.he).id(), "不是线路问题"));
        done(segments.giveBack(all.he, send(all.he).id(), "还是不归我们"));
        Ruling ruling = Objects.requireNonNull(journeys.look(all.lin, ticket).ruling());
        Subject decision = new Subject(SegmentClocks.KIND, ruling.id());
        assertThat(commitments.of(all.lin, decision))
                .singleElement()
                .satisfies(one -> assertThat(one.dueAt()).isAfter(time.instant()));
        assertThat(answering.matters(all.lin.bureau(), List.of(ruling.id())).values())
                .singleElement()
                .satisfies(matter -> assertThat(matter.responsible()).isEqualTo(all.gao.staff()));
        deliveries.await(all.lin);
        assertThat(rung("segment.back")).isEqualTo(2);
        assertThat(rung("segment.stopped")).isEqualTo(1);
        done(deciders.decide(all.gao, ticket, all.he.unit(), "归线路"));
        assertThat(commitments.of(all.lin, decision).getLast().state(time.instant()))
                .isEqualTo(ClockState.DONE);
    }

    @Test
    @Tag("S5.2")
    void what_comes_back_rings_who_leads_where_whoever_answers_for_the_ticket_has_left() {
        Segment sent = send(all.he);
        done(segments.accept(all.he, sent.id(), Assessment.GOOD));
        staff.setActive(all.command, Offices.signIn(all.command, "lin"), false);
        done(segments.finish(all.he, sent.id(), "换了分光箱", ""));
        deliveries.await(all.gao);

        assertThat(jdbc.sql(
                                "select address from notification.message where bureau = ? and subject = ? and code = 'segment.back'")
                        .params(all.gao.bureau().value(), ticket.value())
                        .query(String.class)
                        .list())
                .containsExactly(all.gao.staff().value().toString());
    }

    private long rung(String code) {
        return jdbc.sql("select count(*) from notification.message where bureau = ? and subject = ? and code = ?")
                .params(all.lin.bureau().value(), ticket.value(), code)
                .query(Long.class)
                .single();
    }

    @Test
    @Tag("S5.2")
    void the_fourth_department_stops_it_too_and_after_the_decision_the_count_begins_anew() {
        for (Actor one : List.of(all.he, all.zheng, all.fu)) {
            assertThat(journeys.look(all.lin, ticket).ruling()).isNull();
            done(segments.giveBack(one, send(one).id(), "不归我们"));
        }
        assertThat(journeys.look(all.lin, ticket).ruling())
                .extracting(Ruling::cause)
                .isEqualTo(Ruling.Cause.DEPARTMENTS);
        Segment named = done(deciders.decide(all.gao, ticket, all.zheng.unit(), "归网络中心"));
        done(segments.accept(all.zheng, named.id(), null));
        done(segments.finish(all.zheng, named.id(), "已处理", ""));
        done(segments.giveBack(all.he, send(all.he).id(), "不归我们"));
        assertThat(journeys.look(all.lin, ticket).ruling()).isNull();
    }

    @Test
    void two_who_take_it_up_at_once_do_not_both_have_it() throws Exception {
        for (int round = 0; round < 5; round++) {
            TicketId one = all.ticket(tickets);
            Segment sent = done(segments.send(all.lin, one, task(all.he), ""));
            assertThat(race(
                            () -> segments.accept(all.he, sent.id(), null),
                            () -> segments.accept(all.liu, sent.id(), null)))
                    .filteredOn(Done.class::isInstance)
                    .hasSize(1);
        }
    }

    @Test
    void giving_back_and_finishing_at_once_come_to_one_of_the_two() throws Exception {
        for (int round = 0; round < 5; round++) {
            TicketId one = all.ticket(tickets);
            Segment sent = done(segments.send(all.lin, one, task(all.he), ""));
            done(segments.accept(all.he, sent.id(), null));
            assertThat(race(
                            () -> segments.giveBack(all.he, sent.id(), "不归我们"),
                            () -> segments.finish(all.liu, sent.id(), "好了", "")))
                    .filteredOn(Done.class::isInstance)
                    .hasSize(1);
            assertThat(commitments.of(all.lin, SegmentClocks.subject(sent.id())))
                    .allMatch(clock -> clock.state(time.instant()).ended());
        }
    }

    private static List<SegmentResult> race(Callable<SegmentResult> one, Callable<SegmentResult> other)
            throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            List<Future<SegmentResult>> both = pool.invokeAll(List.of(one, other));
            return List.of(both.get(0).get(), both.get(1).get());
        }
    }

    @Test
    void who_answers_for_a_late_segment_is_whoever_took_it_up_or_else_the_head() {
        Segment sent = send(all.he);
        assertThat(matter(sent).responsible()).as("the crew has no head").isEqualTo(all.lin.staff());
        assertThat(matter(sent).unit()).isEqualTo(all.he.unit());
        done(segments.accept(all.he, sent.id(), null));
        assertThat(matter(sent).responsible()).isEqualTo(all.he.staff());
        assertThat(matter(sent).path()).isEqualTo("/tickets/" + ticket.value() + "#segments");
    }

    private Answering.Matter matter(Segment segment) {
        return Objects.requireNonNull(answering
                .matters(all.lin.bureau(), List.of(segment.id().value()))
                .get(segment.id().value()));
    }

    @Test
    void the_clock_of_a_department_waits_while_the_ticket_waits_for_the_customer_and_ends_with_it() {
        Segment sent = send(all.he);
        after(tickets.step(all.lin, ticket, version(), Step.PEND, "等客户在家"));
        deliveries.await(all.lin);
        assertThat(state(sent)).isEqualTo(ClockState.PAUSED);
        refused(segments.send(all.lin, ticket, task(all.fu), ""), Reason.ENDED);
        after(tickets.step(all.lin, ticket, version(), Step.RESUME, null));
        deliveries.await(all.lin);
        assertThat(state(sent)).isIn(ClockState.OK, ClockState.DUE);
        after(tickets.step(all.lin, ticket, version(), Step.CANCEL, "客户撤回"));
        deliveries.await(all.lin);
        assertThat(state(sent)).isEqualTo(ClockState.CANCELLED);
        assertThat(journeys.look(all.lin, ticket).open()).isEmpty();
    }

    private ClockState state(Segment segment) {
        return commitments
                .of(all.lin, SegmentClocks.subject(segment.id()))
                .getLast()
                .state(time.instant());
    }

    @Test
    void a_department_sees_what_it_was_offered_by_when_it_falls_due() {
        Segment sent = send(all.he);
        assertThat(board.page(all.he, SegmentBoard.View.OFFERED, SegmentBoard.After.START, 10))
                .extracting(Segment::id)
                .containsExactly(sent.id());
        assertThat(board.page(all.fu, SegmentBoard.View.OFFERED, SegmentBoard.After.START, 10))
                .isEmpty();
        assertThat(board.counts(all.he)).containsEntry(SegmentBoard.View.OFFERED, 1L);
    }

    @Test
    void the_times_of_all_departments_add_up_to_the_age_of_the_matter() {
        finished(all.he);
        Timeline timeline = journeys.look(all.lin, ticket).timeline();
        assertThat(timeline.byUnit()).containsKeys(all.lin.unit(), all.he.unit());
        assertThat(timeline.stays().getFirst().from())
                .isEqualTo(tickets.get(all.lin, ticket).origin().receivedAt());
        assertThat(timeline.stays()).filteredOn(stay -> stay.segment() != null).hasSize(1);
    }
}
