package org.redress.desk.appeal.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.redress.desk.appeal.SomeAppeals.done;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.appeal.Happened;
import org.redress.desk.appeal.Satisfaction;
import org.redress.desk.appeal.SomeAppeals;
import org.redress.desk.appeal.chain.AppealResult.Illegal;
import org.redress.desk.appeal.chain.AppealResult.Reason;
import org.redress.desk.appeal.chain.AppealResult.Refused;
import org.redress.desk.contact.Contacts;
import org.redress.desk.contact.Outcome;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.ClosingCondition;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketState;
import org.redress.desk.ticket.Tickets;
import org.redress.desk.ticket.Transfers;
import org.redress.ground.attachment.Attachments;
import org.redress.ground.attachment.Holder;
import org.redress.ground.commitment.ClockState;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.trail.Trail;
import org.redress.ground.trail.TrailEntry;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressIT
@Tag("S5.1")
class AppealsIT {

    @Autowired
    Appeals appeals;

    @Autowired
    AppealBoard board;

    @Autowired
    AppealAnswering answering;

    @Autowired
    SomeAppeals some;

    @Autowired
    Tickets tickets;

    @Autowired
    Contacts contacts;

    @Autowired
    Transfers transfers;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Attachments attachments;

    @Autowired
    ObjectProvider<ClosingCondition> closing;

    @Autowired
    Offices offices;

    @Autowired
    Trail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Actor command;
    private Actor agent;

    @BeforeEach
    void open() {
        command = offices.found();
        agent = offices.hire(command, Posts.AGENT, "1");
    }

    @Test
    @Tag("S5.3")
    void an_appeal_goes_from_hand_to_hand_and_every_limit_is_a_clock() {
        Appeal appeal = some.received(agent);
        assertThat(clocks(appeal)).containsExactly("appeal.accept OK");

        Appeal accepted = some.along(agent, appeal, AppealStep.ACCEPT);
        assertThat(clocks(accepted))
                .containsExactlyInAnyOrder("appeal.accept DONE", "appeal.forward OK", "appeal.decide OK");
        Appeal forwarded = some.along(agent, accepted, AppealStep.FORWARD);
        assertThat(clocks(forwarded)).contains("appeal.forward DONE", "appeal.operator.reply OK");
        assertThat(forwarded.reply().dueAt())
                .isNotNull()
                .isAfter(clock.instant().plusSeconds(9 * 86_400));
        Appeal replied = some.along(agent, forwarded, AppealStep.REPLY);
        assertThat(replied.reply().inTime()).isTrue();
        Appeal decided = some.along(agent, replied, AppealStep.DECIDE);

        assertThat(decided.state()).isEqualTo(AppealState.DECIDED);
        assertThat(decided.dueAt()).isNull();
        assertThat(clocks(decided)).allMatch(one -> one.endsWith(" DONE")).hasSize(4);
        assertThat(board.show(agent, decided.id()).history())
                .extracting(Happened::what)
                .containsExactly("RECEIVE", "ACCEPT", "FORWARD", "REPLY", "DECIDE");
        assertThat(trail.of(command, "appeal", decided.id().value(), 20))
                .extracting(TrailEntry::deed)
                .contains("appeal.receive", "appeal.accept", "appeal.forward", "appeal.reply", "appeal.decide");
    }

    @Test
    @Tag("S5.2")
    void whoever_accepts_the_ticket_answers_for_its_appeal() {
        Appeal ended = some.along(agent, some.received(agent), AppealStep.WITHDRAW);
        Ticket ticket = tickets.get(agent, ended.ticket());
        Appeal appeal =
                done(appeals.receive(agent, new NewAppeal(ticket.number(), "赣申诉2026-0118", some.grounds(agent))));
        Actor other = offices.hireElsewhere(command, Posts.AGENT, "2");
        assertThatThrownBy(() -> board.get(other, appeal.id())).hasMessageContaining("absent");

        int version = tickets.get(agent, ticket.id()).version();
        transfers.offer(agent, ticket.id(), version, other.staff(), "归那边办");
        deliveries.await(command);
        assertThat(board.get(agent, appeal.id()).handler()).isEqualTo(agent.staff());
        transfers.accept(other, ticket.id());
        deliveries.await(command);

        Appeal handed = board.get(other, appeal.id());
        assertThat(handed)
                .returns(other.staff(), Appeal::handler)
                .returns(other.unit(), Appeal::unit)
                .returns(appeal.version(), Appeal::version);
        assertThatThrownBy(() -> board.get(agent, appeal.id())).hasMessageContaining("absent");
        assertThat(board.show(other, appeal.id()).history())
                .extracting(Happened::what, Happened::by)
                .containsExactly(tuple("RECEIVE", agent.staff()), tuple("HAND_ON", other.staff()));
        assertThat(board.show(
                                other,
                                some.along(other, handed, AppealStep.ACCEPT).id())
                        .clocks())
                .isNotEmpty();
        assertThat(board.get(command, ended.id()).handler()).isEqualTo(agent.staff());
    }

    @Test
    @Tag("S5.3")
    void what_the_order_allows_for_the_whole_stands_still_during_mediation() {
        Appeal mediating = some.along(
                agent,
                some.received(agent),
                AppealStep.ACCEPT,
                AppealStep.FORWARD,
                AppealStep.REPLY,
                AppealStep.MEDIATE);
        assertThat(clocks(mediating)).contains("appeal.mediate OK", "appeal.decide PAUSED");
        assertThat(mediating.dueAt()).isNotNull();

        Appeal failed = some.along(agent, mediating, AppealStep.FAIL);
        assertThat(clocks(failed)).contains("appeal.mediate DONE", "appeal.decide OK");

        Appeal agreed = some.along(
                agent,
                some.received(agent),
                AppealStep.ACCEPT,
                AppealStep.FORWARD,
                AppealStep.REPLY,
                AppealStep.MEDIATE,
                AppealStep.AGREE);
        assertThat(agreed.state()).isEqualTo(AppealState.SETTLED);
        assertThat(clocks(agreed)).contains("appeal.mediate DONE", "appeal.decide DONE");
    }

    @Test
    @Tag("S5.3")
    void an_appeal_that_was_made_weeks_ago_is_late_when_it_is_recorded() {
        LocalDate made = some.today(agent).minusDays(40);
        Appeal late = done(appeals.receive(
                agent,
                new NewAppeal(
                        null,
                        "",
                        some.grounds(made.minusDays(20), made.minusDays(10), FirstAnswer.UNSATISFACTORY, made))));

        assertThat(late.lateAt(clock.instant())).isTrue();
        assertThat(clocks(late)).containsExactly("appeal.accept LATE");
        assertThat(clocks(some.along(agent, late, AppealStep.ACCEPT))).contains("appeal.accept DONE_LATE");
    }

    @Test
    void a_withdrawn_appeal_owes_nothing() {
        Appeal withdrawn =
                some.along(agent, some.received(agent), AppealStep.ACCEPT, AppealStep.FORWARD, AppealStep.WITHDRAW);

        assertThat(clocks(withdrawn))
                .containsExactlyInAnyOrder(
                        "appeal.accept DONE",
                        "appeal.forward DONE",
                        "appeal.decide CANCELLED",
                        "appeal.operator.reply CANCELLED");
    }

    @Test
    void conditions_are_checked_by_the_rules_and_a_person_decides() {
        LocalDate today = some.today(agent);
        Appeal old = done(appeals.receive(
                agent,
                new NewAppeal(
                        null, "", some.grounds(today.minusMonths(7), today.minusDays(3), FirstAnswer.NONE, today))));

        assertThat(board.check(agent, old))
                .filteredOn(line -> !line.met())
                .extracting(ConditionLine::condition)
                .containsExactly(Condition.ASKED_FIRST, Condition.RECENT);
        assertThat(problem(() -> appeals.accept(agent, old.id(), old.version(), " ")))
                .isEqualTo("typed.missing/words");
        assertThat(problem(() -> appeals.refuse(agent, old.id(), old.version(), List.of(), "过期")))
                .isEqualTo("typed.choose/why");
        assertThat(problem(() -> appeals.refuse(agent, old.id(), old.version(), List.of(Condition.RECENT), "")))
                .isEqualTo("typed.missing/words");

        Appeal refused = done(appeals.refuse(
                agent, old.id(), old.version(), List.of(Condition.RECENT, Condition.ASKED_FIRST), "费用发生在七个月前"));

        assertThat(refused.state()).isEqualTo(AppealState.REFUSED);
        assertThat(refused.refusals()).containsExactly(Condition.RECENT, Condition.ASKED_FIRST);
    }

    @Test
    void a_reply_without_evidence_is_refused() {
        Appeal forwarded = some.along(agent, some.received(agent), AppealStep.ACCEPT, AppealStep.FORWARD);

        assertThat(appeals.step(agent, forwarded.id(), forwarded.version(), AppealStep.REPLY, "已核实"))
                .isEqualTo(new Refused(Reason.EVIDENCE));
        assertThat(problem(() -> appeals.step(agent, forwarded.id(), forwarded.version(), AppealStep.REPLY, "")))
                .isEqualTo("typed.missing/words");
        some.evidence(agent, forwarded.id());
        assertThat(done(appeals.step(agent, forwarded.id(), forwarded.version(), AppealStep.REPLY, "已核实"))
                        .state())
                .isEqualTo(AppealState.REPLIED);
    }

    @Test
    void what_the_appellant_sent_is_no_evidence_of_the_operators() {
        Appeal received = some.received(agent);
        some.evidence(agent, received.id());
        Appeal forwarded = some.along(agent, received, AppealStep.ACCEPT, AppealStep.FORWARD);

        assertThat(appeals.step(agent, forwarded.id(), forwarded.version(), AppealStep.REPLY, "已核实"))
                .isEqualTo(new Refused(Reason.EVIDENCE));
    }

    @Test
    void a_ticket_does_not_end_otherwise_while_its_appeal_is_under_way() {
        Appeal appeal = some.received(agent);
        Ticket ticket = tickets.get(agent, appeal.ticket());

        assertThat(tickets.step(agent, ticket.id(), ticket.version(), Step.CANCEL, "客户撤回"))
                .isInstanceOfSatisfying(
                        StepResult.Refused.class,
                        refused -> assertThat(refused.reasons()).containsExactly("appeal.closing.open"));
        some.along(agent, appeal, AppealStep.WITHDRAW);
        stepped(tickets.get(agent, ticket.id()), Step.CANCEL);
    }

    @Test
    void no_file_is_added_to_an_appeal_that_has_ended() {
        Appeal ended = some.along(agent, some.received(agent), AppealStep.WITHDRAW);

        assertThat(problem(() -> some.evidence(agent, ended.id()))).isEqualTo("appeal.ended/null");
        assertThat(attachments.list(agent, new Holder("appeal", ended.id().value())))
                .isEmpty();
    }

    @Test
    void a_step_from_a_stale_page_or_out_of_order_changes_nothing() {
        Appeal appeal = some.received(agent);
        some.along(agent, appeal, AppealStep.ACCEPT);

        assertThat(appeals.step(agent, appeal.id(), appeal.version(), AppealStep.FORWARD, ""))
                .isEqualTo(new Refused(Reason.MOVED));
        Appeal now = board.get(agent, appeal.id());
        AppealResult refused = appeals.step(agent, now.id(), now.version(), AppealStep.DECIDE, "决定");
        assertThat(refused)
                .isEqualTo(new Illegal(AppealState.ACCEPTED, Set.of(AppealStep.FORWARD, AppealStep.WITHDRAW)));
        assertThat(refused)
                .isInstanceOfSatisfying(
                        Illegal.class,
                        illegal -> assertThat(illegal.text(Words.of(Locale.ENGLISH)))
                                .isEqualTo(
                                        "It stands at “Accepted”. Possible now: Record that it was forwarded, Record the"
                                                + " withdrawal."));
        assertThat(board.get(agent, appeal.id())).isEqualTo(now);
    }

    @Test
    void of_ten_who_accept_at_once_one_does() throws Exception {
        Appeal appeal = some.received(agent);
        try (ExecutorService crowd = Executors.newFixedThreadPool(10)) {
            List<Callable<AppealResult>> all = IntStream.range(0, 10)
                    .<Callable<AppealResult>>mapToObj(
                            n -> () -> appeals.accept(agent, appeal.id(), appeal.version(), "我来" + n))
                    .toList();
            List<AppealResult> results =
                    crowd.invokeAll(all).stream().map(Future::resultNow).toList();

            assertThat(results)
                    .filteredOn(one -> one instanceof AppealResult.Done)
                    .hasSize(1);
            assertThat(results).filteredOn(new Refused(Reason.MOVED)::equals).hasSize(9);
        }
        assertThat(board.show(agent, appeal.id()).history()).hasSize(2);
    }

    @Test
    void closing_of_the_ticket_waits_for_the_appeal() {
        Appeal appeal = some.received(agent);

        assertThat(missing(appeal)).contains("appeal.closing.open");
        some.along(agent, appeal, AppealStep.WITHDRAW);
        assertThat(missing(appeal)).doesNotContain("appeal.closing.open");
    }

    @Test
    void a_new_ticket_is_a_complaint_from_the_regulator_and_an_existing_one_must_be_the_same_customers() {
        Ticket opened = tickets.get(agent, some.received(agent).ticket());
        assertThat(opened.kind()).isEqualTo(TicketKind.COMPLAINT);
        assertThat(opened.origin().channel()).isEqualTo(Channel.REGULATOR);

        Ticket same = ticket("周敏", "13812342046");
        Ticket others = ticket("吴刚", "13912340000");
        Appeal bound = done(appeals.receive(agent, new NewAppeal(same.number(), "", some.grounds(agent))));
        assertThat(bound.ticket()).isEqualTo(same.id());
        assertThat(appeals.receive(agent, new NewAppeal(same.number(), "", some.grounds(agent))))
                .isEqualTo(new Refused(Reason.ALREADY));
        assertThat(appeals.receive(agent, new NewAppeal(others.number(), "", some.grounds(agent))))
                .isEqualTo(new Refused(Reason.OTHER_CUSTOMER));
    }

    @Test
    void what_the_regulator_passes_on_is_a_contact_to_which_a_reply_is_owed() {
        TicketId opened = some.received(agent).ticket();
        assertThat(contacts.ofTicket(agent, opened)).singleElement().satisfies(one -> {
            assertThat(one.channel()).isEqualTo(Channel.REGULATOR);
            assertThat(one.outcome()).isEqualTo(Outcome.TICKET);
            assertThat(one.words()).contains("三月账单多收了增值业务费", "退还多收的38.50元");
        });

        Ticket begun = stepped(ticket("周敏", "13812342046"), Step.START);
        assertThat(tickets.answer(agent, begun.id(), begun.version(), Channel.HOT_LINE, "查不到。"))
                .isInstanceOf(StepResult.Done.class);
        assertThat(tickets.get(agent, begun.id()).reply().owed()).isFalse();
        NewAppeal appeal = new NewAppeal(begun.number(), "", some.grounds(agent));
        done(appeals.receive(agent, appeal));

        assertThat(tickets.get(agent, begun.id()).reply().owed()).isTrue();
        assertThat(contacts.ofTicket(agent, begun.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.outcome()).isEqualTo(Outcome.ADDED));
        assertThat(appeals.receive(agent, appeal)).isEqualTo(new Refused(Reason.ALREADY));
        assertThat(contacts.ofTicket(agent, begun.id()))
                .as("what is refused is no contact")
                .hasSize(1);
    }

    @Test
    void an_ended_ticket_is_taken_up_again_and_where_that_cannot_be_a_new_one_is_opened() {
        Ticket resolved = stepped(stepped(ticket("周敏", "13812342046"), Step.START), Step.RESOLVE);
        Appeal again = done(appeals.receive(agent, new NewAppeal(resolved.number(), "", some.grounds(agent))));
        assertThat(again.ticket()).isEqualTo(resolved.id());
        assertThat(tickets.get(agent, resolved.id()).state()).isEqualTo(TicketState.IN_PROGRESS);

        Ticket closed = stepped(stepped(ticket("周敏", "13812342046"), Step.START), Step.RESOLVE);
        jdbc.sql("update ticket.ticket set state = 'closed', closed_at = now() where bureau = ? and id = ?")
                .params(agent.bureau().value(), closed.id().value())
                .update();
        Appeal reopened = done(appeals.receive(agent, new NewAppeal(closed.number(), "", some.grounds(agent))));
        assertThat(reopened.ticket()).isEqualTo(closed.id());
        assertThat(tickets.get(agent, closed.id()).state()).isEqualTo(TicketState.IN_PROGRESS);

        Ticket cancelled = stepped(ticket("周敏", "13812342046"), Step.CANCEL);
        Appeal anew = done(appeals.receive(agent, new NewAppeal(cancelled.number(), "", some.grounds(agent))));
        assertThat(anew.ticket()).isNotEqualTo(cancelled.id());
        Ticket opened = tickets.get(agent, anew.ticket());
        assertThat(opened.customer()).isEqualTo(cancelled.customer());
        assertThat(opened.origin().channel()).isEqualTo(Channel.REGULATOR);
        assertThat(tickets.get(agent, cancelled.id())).isEqualTo(cancelled);
    }

    private Ticket stepped(Ticket ticket, Step step) {
        return switch (tickets.step(agent, ticket.id(), ticket.version(), step, "因为")) {
            case StepResult.Done(Ticket now) -> now;
            case StepResult.Refused refused -> throw new AssertionError(refused.reasons());
            case StepResult.Stale stale -> throw new AssertionError(stale);
        };
    }

    @Test
    void days_that_cannot_be_are_refused_with_their_field() {
        LocalDate today = some.today(agent);

        assertThat(refusal(today, today, FirstAnswer.UNSATISFACTORY, today.plusDays(1)))
                .isEqualTo("appeal.day.ahead/receivedOn");
        assertThat(refusal(today, today, FirstAnswer.UNSATISFACTORY, today.minusDays(1)))
                .isEqualTo("appeal.day.ahead/occurredOn");
        assertThat(refusal(today.minusDays(5), today, FirstAnswer.NONE, today.minusDays(1)))
                .isEqualTo("appeal.day.ahead/complainedOn");
        assertThat(refusal(LocalDate.MIN, today, FirstAnswer.NONE, today)).isEqualTo("appeal.day.old/occurredOn");
        assertThat(refusal(today.minusYears(20).minusDays(1), today, FirstAnswer.NONE, today))
                .isEqualTo("appeal.day.old/occurredOn");
        assertThat(refusal(today.minusDays(5), LocalDate.MIN, FirstAnswer.NONE, today))
                .isEqualTo("appeal.day.old/complainedOn");
        assertThat(refusal(LocalDate.MIN, LocalDate.MIN, FirstAnswer.NONE, LocalDate.MIN))
                .isEqualTo("appeal.day.received/receivedOn");
        LocalDate slip = today.minusYears(20);
        assertThat(refusal(slip, slip, FirstAnswer.NONE, slip)).isEqualTo("appeal.day.received/receivedOn");
        LocalDate edge = today.minusYears(1);
        assertThat(done(appeals.receive(
                                agent,
                                new NewAppeal(
                                        null, "", some.grounds(today.minusYears(20), edge, FirstAnswer.NONE, edge))))
                        .grounds()
                        .receivedOn())
                .isEqualTo(edge);
        Appeal.Grounds unsaid = new Appeal.Grounds(
                "周敏", "138", Dispute.FEES, "事实", "", today, null, FirstAnswer.NONE, false, false, false, today);
        assertThat(problem(() -> appeals.receive(agent, new NewAppeal(null, "", unsaid))))
                .isEqualTo("appeal.first/complainedOn");
        Appeal.Grounds long4001 = new Appeal.Grounds(
                "周敏",
                "138",
                Dispute.FEES,
                "长".repeat(4001),
                "",
                today,
                today,
                FirstAnswer.NONE,
                false,
                false,
                false,
                today);
        assertThat(problem(() -> appeals.receive(agent, new NewAppeal(null, "", long4001))))
                .isEqualTo("typed.long/matter");
    }

    @Test
    void the_appellant_is_asked_once_and_only_after_an_outcome() {
        Appeal appeal = some.received(agent);
        assertThat(appeals.ask(agent, appeal.id(), appeal.version(), Satisfaction.SATISFIED, ""))
                .isEqualTo(new Illegal(AppealState.RECEIVED, AppealState.RECEIVED.legalSteps()));
        Appeal decided =
                some.along(agent, appeal, AppealStep.ACCEPT, AppealStep.FORWARD, AppealStep.REPLY, AppealStep.DECIDE);

        Appeal asked = done(appeals.ask(agent, decided.id(), decided.version(), Satisfaction.UNSATISFIED, "还是觉得少"));

        assertThat(asked.satisfaction()).isEqualTo(Satisfaction.UNSATISFIED);
        assertThat(appeals.ask(agent, asked.id(), asked.version(), Satisfaction.SATISFIED, ""))
                .isEqualTo(new Refused(Reason.ASKED));
    }

    @Test
    void another_unit_and_another_bureau_see_nothing_and_whoever_leads_sees_all() {
        Appeal appeal = some.received(agent);
        Actor elsewhere = offices.hireElsewhere(command, Posts.AGENT, "2");
        Actor head = offices.hireElsewhere(command, Posts.HEAD, "3");
        Actor stranger = offices.hire(offices.found(), Posts.HEAD, "4");

        assertThat(problem(() -> board.get(elsewhere, appeal.id()))).isEqualTo("appeal.absent/null");
        assertThat(problem(() -> board.get(stranger, appeal.id()))).isEqualTo("appeal.absent/null");
        assertThat(problem(() -> appeals.accept(elsewhere, appeal.id(), 1, ""))).isEqualTo("appeal.absent/null");
        assertThat(problem(() -> some.evidence(elsewhere, appeal.id()))).isEqualTo("appeal.absent/null");
        assertThat(board.open(head, null, 10)).extracting(Appeal::id).containsExactly(appeal.id());
        assertThat(board.open(elsewhere, null, 10)).isEmpty();
        assertThat(answering.matters(agent.bureau(), List.of(appeal.id().value())))
                .hasEntrySatisfying(
                        appeal.id().value(),
                        matter -> assertThat(matter.responsible()).isEqualTo(agent.staff()));
    }

    @Test
    void what_happened_cannot_be_rewritten() {
        some.received(agent);

        assertThatThrownBy(() -> jdbc.sql("update appeal.appeal_step set words = 'x' where bureau = ?")
                        .param(agent.bureau().value())
                        .update())
                .hasMessageContaining("append-only");
    }

    private List<String> clocks(Appeal appeal) {
        return board.show(agent, appeal.id()).clocks().stream()
                .map(one -> one.name() + " " + face(one.state(clock.instant())))
                .toList();
    }

    /** Whether it falls due on this very day hangs on the hour at which the test runs. */
    private static ClockState face(ClockState state) {
        return state == ClockState.DUE ? ClockState.OK : state;
    }

    private List<String> missing(Appeal appeal) {
        return closing.stream()
                .flatMap(one -> one.missing(agent, appeal.ticket()).stream())
                .toList();
    }

    private Ticket ticket(String name, String phone) {
        return tickets.open(
                agent,
                new NewTicket(
                        TicketKind.COMPLAINT,
                        Channel.HOT_LINE,
                        "多收费",
                        "多收费了",
                        new CustomerDraft("desk", null, name, phone, "+86" + phone, null, null),
                        null,
                        null,
                        null));
    }

    private String refusal(LocalDate occurred, LocalDate complained, FirstAnswer first, LocalDate received) {
        return problem(() ->
                appeals.receive(agent, new NewAppeal(null, "", some.grounds(occurred, complained, first, received))));
    }

    private static String problem(ThrowingCallable deed) {
        Problem refused = Objects.requireNonNull(catchThrowableOfType(Problem.class, deed), "nothing was refused");
        return refused.code() + "/" + refused.field();
    }
}
