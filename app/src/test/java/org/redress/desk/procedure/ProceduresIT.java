package org.redress.desk.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.desk.procedure.Departments.task;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.procedure.SegmentResult.Reason;
import org.redress.desk.procedure.SegmentResult.Refused;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.FailureVocabulary;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Suggestion;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.desk.ticket.Without;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Actors;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.platform.web.Problem;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;

@RedressIT
@Tag("S5.3")
class ProceduresIT {

    @Autowired
    Procedures procedures;

    @Autowired
    Journeys journeys;

    @Autowired
    Segments segments;

    @Autowired
    Tickets tickets;

    @Autowired
    FailureVocabulary vocabulary;

    @Autowired
    Bureaus bureaus;

    @Autowired
    Staff staff;

    @Autowired
    Actors actors;

    private Departments all;
    private TicketId ticket;

    @BeforeEach
    void open() {
        all = new Departments(bureaus, staff, actors);
        ticket = all.ticket(tickets);
    }

    private static Segment done(SegmentResult result) {
        return SegmentsIT.done(result);
    }

    private Segment finish(Actor by, Segment sent) {
        done(segments.accept(by, sent.id(), Assessment.GOOD));
        return done(segments.finish(by, sent.id(), "办好了", "JL-1"));
    }

    private static Task control(Actor to) {
        return new Task("回单复核", to.unit(), null, null, "核对测试记录", task(to).limit(), "记录编号", true);
    }

    @Test
    void a_ticket_goes_through_its_procedure_step_by_step() {
        ProcedureId id = procedures.add(all.shen, Departments.draft(List.of(task(all.zheng), task(all.he))));
        Segment first = done(journeys.start(all.lin, ticket, Area.CITY));
        assertThat(first.unit()).isEqualTo(all.zheng.unit());
        assertThat(procedures.standing(all.lin, id)).containsEntry(0, 1L);
        assertThat(procedures.standing(all.lin, id, 0, SegmentBoard.After.START, 10))
                .extracting(Segment::ticket)
                .containsExactly(ticket);
        assertThat(journeys.look(all.lin, ticket).ahead())
                .extracting(Stage::place)
                .containsExactly(1);
        finish(all.zheng, first);
        Segment second = done(journeys.sendOn(all.zheng, ticket, 1, ""));
        assertThat(second.sent().from())
                .as("the department that had it may move it on")
                .isEqualTo(all.zheng.unit());
        finish(all.he, second);
        assertThat(journeys.look(all.lin, ticket).ahead()).isEmpty();
        assertThat(journeys.sendOn(all.lin, ticket, 2, "")).isEqualTo(new Refused(Reason.NO_STAGE));
    }

    @Test
    void a_changed_procedure_is_a_new_version_and_a_running_ticket_keeps_the_one_with_which_it_started() {
        ProcedureId id = procedures.add(all.shen, Departments.draft(List.of(task(all.zheng), task(all.he))));
        finish(all.zheng, done(journeys.start(all.lin, ticket, Area.CITY)));
        assertThat(procedures.revise(all.shen, id, 1, Departments.draft(List.of(task(all.fu)))))
                .isEqualTo(2);

        assertThat(done(journeys.sendOn(all.lin, ticket, 1, "")).unit()).isEqualTo(all.he.unit());
        assertThat(journeys.look(all.lin, ticket).followed())
                .satisfies(one -> assertThat(one.number()).isEqualTo(1));
        assertThat(done(journeys.start(all.lin, all.ticket(tickets), Area.CITY)).unit())
                .isEqualTo(all.fu.unit());
        assertThat(procedures.get(all.lin, id, 1).stages()).hasSize(2);
        assertThat(procedures.get(all.lin, id, null).stages()).hasSize(1);
        assertThatThrownBy(() -> procedures.revise(all.shen, id, 1, Departments.draft(List.of(task(all.he)))))
                .as("somebody has changed it meanwhile")
                .isInstanceOf(Problem.class);
    }

    @Test
    void the_procedure_that_says_most_about_the_ticket_goes_first() {
        procedures.add(all.shen, Departments.draft(List.of(task(all.zheng))));
        procedures.add(
                all.shen, new ProcedureDraft(TicketKind.FAULT, null, Area.RURAL, "农村故障", List.of(task(all.he)), "第一版"));
        assertThat(done(journeys.start(all.lin, ticket, Area.RURAL)).unit()).isEqualTo(all.he.unit());
        assertThat(done(journeys.start(all.lin, all.ticket(tickets), Area.CITY)).unit())
                .isEqualTo(all.zheng.unit());
        assertThatThrownBy(() -> procedures.add(all.shen, Departments.draft(List.of(task(all.he)))))
                .as("two for the same tickets")
                .isInstanceOf(Problem.class);
    }

    @Test
    void a_failure_type_has_a_branch_of_its_own_that_goes_before_the_area() {
        Suggestion suggested = tickets.get(all.lin, ticket).suggestion();
        String type = vocabulary.groups(all.lin).stream()
                .flatMap(group -> group.types().stream())
                .filter(one -> suggested == null || !one.equals(suggested.type()))
                .findFirst()
                .orElseThrow();
        procedures.add(all.shen, Departments.draft(List.of(task(all.zheng))));
        procedures.add(
                all.shen, new ProcedureDraft(TicketKind.FAULT, null, Area.RURAL, "农村故障", List.of(task(all.he)), "第一版"));
        procedures.add(
                all.shen, new ProcedureDraft(TicketKind.FAULT, type, null, "这类故障", List.of(task(all.fu)), "第一版"));
        assertThat(done(journeys.start(all.lin, ticket, Area.RURAL)).unit())
                .as("nobody has classified it")
                .isEqualTo(all.he.unit());

        TicketId classified = all.ticket(tickets);
        StepResult result = tickets.classify(
                all.lin, classified, tickets.get(all.lin, classified).version(), type);
        assertThat(result).isInstanceOf(StepResult.Done.class);
        assertThat(done(journeys.start(all.lin, classified, Area.RURAL)).unit()).isEqualTo(all.fu.unit());
    }

    @Test
    void another_way_needs_a_reason_and_a_control_point_is_left_out_by_a_decider_only() {
        procedures.add(all.shen, Departments.draft(List.of(task(all.zheng), control(all.fu), task(all.he))));
        finish(all.zheng, done(journeys.start(all.lin, ticket, Area.CITY)));
        assertThat(journeys.sendOn(all.lin, ticket, 2, "客户急")).isEqualTo(new Refused(Reason.CONTROL));
        assertThatThrownBy(() -> journeys.sendOn(all.gao, ticket, 2, "")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> segments.send(all.lin, ticket, task(all.he), ""))
                .isInstanceOf(Problem.class);
        assertThat(done(journeys.sendOn(all.gao, ticket, 2, "客户急，事后补核")).place())
                .isEqualTo(2);
    }

    private TicketId withControlPoint() {
        procedures.add(
                all.shen,
                new ProcedureDraft(
                        TicketKind.ENQUIRY,
                        null,
                        null,
                        "咨询办理",
                        List.of(task(all.zheng), control(all.he), task(all.fu)),
                        "第一版"));
        TicketId enquiry = tickets.open(
                        all.lin,
                        new NewTicket(TicketKind.ENQUIRY, Channel.HOT_LINE, "能装千兆吗", "想换千兆宽带", null, null, null, null))
                .id();
        done(tickets.step(all.lin, enquiry, version(enquiry), Step.START, null));
        through(all.zheng, done(journeys.start(all.lin, enquiry, Area.CITY)));
        return enquiry;
    }

    private void through(Actor by, Segment sent) {
        done(segments.assess(all.lin, finish(by, sent).id(), Assessment.GOOD));
    }

    private void resolve(TicketId id) {
        done(tickets.answer(all.lin, id, version(id), Channel.HOT_LINE, "可以装"));
        done(tickets.settle(all.lin, id, version(id), "已约装"));
        done(tickets.step(all.lin, id, version(id), Step.RESOLVE, null));
    }

    private int version(TicketId id) {
        return tickets.get(all.lin, id).version();
    }

    private static Ticket done(StepResult result) {
        assertThat(result).isInstanceOf(StepResult.Done.class);
        return ((StepResult.Done) result).ticket();
    }

    private void leftOut(StepResult result) {
        assertThat(result).isInstanceOfSatisfying(StepResult.Refused.class, refused -> {
            assertThat(refused.reasons()).containsExactly("ticket.closing.control");
            assertThat(refused.leftOut()).containsExactly("回单复核");
        });
    }

    @Test
    void a_ticket_is_not_closed_before_the_control_points_of_its_procedure() {
        TicketId enquiry = withControlPoint();
        done(segments.send(all.lin, enquiry, task(all.fu), "直接问计费"));
        through(all.fu, journeys.look(all.lin, enquiry).open().orElseThrow());
        resolve(enquiry);
        leftOut(tickets.close(all.lin, enquiry, version(enquiry), Without.NOTHING));
        leftOut(tickets.close(all.lin, enquiry, version(enquiry), new Without(null, null, "不用复核")));

        done(tickets.step(all.lin, enquiry, version(enquiry), Step.REOPEN, "控制点还没办"));
        through(all.he, done(journeys.sendOn(all.lin, enquiry, 1, "")));
        resolve(enquiry);
        assertThat(done(tickets.close(all.lin, enquiry, version(enquiry), Without.NOTHING))
                        .outcome()
                        .withoutControl())
                .isNull();
    }

    @Test
    void whoever_gives_out_work_leaves_a_control_point_out_and_says_why() {
        TicketId jumped = withControlPoint();
        assertThat(journeys.sendOn(all.lin, jumped, 2, "客户催得急")).isEqualTo(new Refused(Reason.CONTROL));
        through(all.fu, done(journeys.sendOn(all.gao, jumped, 2, "客户催得急")));
        resolve(jumped);
        done(tickets.close(all.lin, jumped, version(jumped), Without.NOTHING));
    }

    @Test
    void whoever_gives_out_work_closes_without_a_control_point_and_says_why() {
        TicketId closed = withControlPoint();
        resolve(closed);
        leftOut(tickets.close(all.gao, closed, version(closed), new Without(null, null, " ")));
        assertThat(done(tickets.close(all.gao, closed, version(closed), new Without(null, null, "客户已确认")))
                        .outcome()
                        .withoutControl())
                .isEqualTo("客户已确认");
    }

    @Test
    void only_those_who_set_the_rules_publish_and_what_cannot_be_done_is_not_published() {
        assertThatThrownBy(() -> procedures.add(all.gao, Departments.draft(List.of(task(all.he)))))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> procedures.add(all.shen, Departments.draft(List.of())))
                .isInstanceOf(Problem.class);
        Task nobody = task(all.he).to(new org.redress.ground.identity.UnitId(new UUID(0, 5)));
        assertThatThrownBy(() -> procedures.add(all.shen, Departments.draft(List.of(nobody))))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("segment.unit.nobody"));
    }
}
