package org.redress.desk.appeal.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.redress.desk.appeal.SomeAppeals.done;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.desk.appeal.Happened;
import org.redress.desk.appeal.Satisfaction;
import org.redress.desk.appeal.SomeAppeals;
import org.redress.desk.appeal.hotline.DispatchResult.Illegal;
import org.redress.desk.appeal.hotline.DispatchResult.Reason;
import org.redress.desk.appeal.hotline.DispatchResult.Refused;
import org.redress.desk.contact.Contact;
import org.redress.desk.contact.Contacts;
import org.redress.desk.contact.Outcome;
import org.redress.desk.ticket.ClosingCondition;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.Tickets;
import org.redress.desk.ticket.Transfers;
import org.redress.ground.commitment.ClockState;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

@RedressIT
@Tag("S5.1")
class HotlineIT {

    @Autowired
    Dispatches dispatches;

    @Autowired
    DispatchBoard board;

    @Autowired
    Contacts contacts;

    @Autowired
    Tickets tickets;

    @Autowired
    Transfers transfers;

    @Autowired
    Deliveries deliveries;

    @Autowired
    SomeAppeals some;

    @Autowired
    ObjectProvider<ClosingCondition> closing;

    @Autowired
    Offices offices;

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
    void a_dispatch_is_a_contact_that_becomes_a_ticket() {
        Dispatch dispatch = some.dispatched(agent, "12345-001", Urgency.ORDINARY, 0);

        Contact contact = contacts.get(agent, dispatch.contact());
        assertThat(contact.outcome()).isEqualTo(Outcome.TICKET);
        assertThat(contact.matter().ticket()).isEqualTo(dispatch.ticket());
        assertThat(tickets.get(agent, dispatch.ticket()).customer()).isNotNull();
        assertThat(board.ofTicket(agent, dispatch.ticket())).containsExactly(board.get(agent, dispatch.id()));
    }

    @Test
    @Tag("S5.2")
    void whoever_accepts_the_ticket_answers_for_its_dispatch() {
        Dispatch dispatch = some.dispatched(agent, "12345-021", Urgency.ORDINARY, 0);
        Actor other = offices.hireElsewhere(command, Posts.AGENT, "2");
        Ticket ticket = tickets.get(agent, dispatch.ticket());
        transfers.offer(agent, ticket.id(), ticket.version(), other.staff(), "归那边办");
        transfers.accept(other, ticket.id());
        deliveries.await(command);

        assertThat(board.get(other, dispatch.id()))
                .returns(other.staff(), Dispatch::handler)
                .returns(other.unit(), Dispatch::unit);
        done(dispatches.sign(other, dispatch.id(), dispatch.version()));
        assertThat(board.show(other, dispatch.id()).history())
                .extracting(Happened::what)
                .containsExactly("RECEIVE", "HAND_ON", "SIGN");
        assertThatThrownBy(() -> board.get(agent, dispatch.id())).hasMessageContaining("absent");
    }

    @ParameterizedTest
    @CsvSource({"URGENT, 1", "PRESSING, 2", "ORDINARY, 24"})
    @Tag("S5.3")
    void it_is_signed_for_within_what_its_urgency_allows(Urgency urgency, int hours) {
        Dispatch dispatch = some.dispatched(agent, "12345-" + urgency, urgency, 0);

        assertThat(Duration.between(dispatch.receivedAt(), dispatch.signing().dueAt()))
                .isBetween(Duration.ofHours(hours).minusSeconds(1), Duration.ofHours(hours));
        Dispatch signed = done(dispatches.sign(agent, dispatch.id(), dispatch.version()));
        assertThat(signed.signing().inTime()).isTrue();
        assertThat(clock(signed)).isEqualTo(ClockState.DONE);
    }

    @Test
    @Tag("S5.3")
    void an_urgent_one_that_is_signed_for_after_two_hours_is_late() {
        Dispatch dispatch = some.dispatched(agent, "12345-002", Urgency.URGENT, 2);
        assertThat(clock(dispatch)).isEqualTo(ClockState.LATE);

        Dispatch signed = done(dispatches.sign(agent, dispatch.id(), dispatch.version()));

        assertThat(signed.signing().inTime()).isFalse();
        assertThat(clock(signed)).isEqualTo(ClockState.DONE_LATE);
    }

    @Test
    void a_customer_who_is_not_satisfied_gets_it_done_again_once() {
        Dispatch answered = answered("12345-003");

        assertThat(problem(() ->
                        dispatches.visit(agent, answered.id(), answered.version(), Satisfaction.UNSATISFIED, " ")))
                .isEqualTo("typed.missing/words");
        Dispatch back =
                done(dispatches.visit(agent, answered.id(), answered.version(), Satisfaction.UNSATISFIED, "没有上门"));
        assertThat(back.state()).isEqualTo(DispatchState.REDO);
        assertThat(back.sentBack()).isTrue();
        Dispatch again = done(dispatches.answer(agent, back.id(), back.version(), "已上门修复"));
        Dispatch closed = done(dispatches.visit(agent, again.id(), again.version(), Satisfaction.UNSATISFIED, "还要赔偿"));

        assertThat(closed.state()).isEqualTo(DispatchState.CLOSED);
        assertThat(closed.satisfaction()).isEqualTo(Satisfaction.UNSATISFIED);
        assertThat(board.show(agent, closed.id()).history())
                .extracting(Happened::what)
                .containsExactly("RECEIVE", "SIGN", "ANSWER", "SEND_BACK", "ANSWER", "GIVE_UP");
    }

    @Test
    void who_is_satisfied_or_not_reached_ends_it() {
        Dispatch one = answered("12345-004");
        Dispatch other = answered("12345-005");

        assertThat(done(dispatches.visit(agent, one.id(), one.version(), Satisfaction.SATISFIED, ""))
                        .state())
                .isEqualTo(DispatchState.CLOSED);
        assertThat(done(dispatches.visit(agent, other.id(), other.version(), Satisfaction.UNREACHED, ""))
                        .satisfaction())
                .isEqualTo(Satisfaction.UNREACHED);
    }

    @Test
    void the_same_number_twice_is_one_also_when_ten_record_it_at_once() throws Exception {
        try (ExecutorService crowd = Executors.newFixedThreadPool(10)) {
            Callable<DispatchResult> call = () -> dispatches.receive(agent, some.sent("12345-006", Urgency.URGENT, 0));
            List<DispatchResult> results = crowd.invokeAll(Collections.nCopies(10, call)).stream()
                    .map(Future::resultNow)
                    .toList();

            assertThat(results)
                    .filteredOn(one -> one instanceof DispatchResult.Done)
                    .hasSize(1);
            assertThat(results)
                    .filteredOn(one -> one instanceof Refused(Reason reason, DispatchId known)
                            && reason == Reason.KNOWN
                            && known != null)
                    .hasSize(9);
        }
        assertThat(board.open(agent, null, 10)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1000000000-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "+1000000000-12-31T23:59:59Z"})
    void a_moment_that_is_long_past_or_to_come_is_refused_with_its_field(Instant received) {
        NewDispatch sent = some.sent("12345-009", Urgency.ORDINARY, 0);
        NewDispatch wish = new NewDispatch(
                sent.number(), sent.urgency(), sent.from(), sent.words(), sent.mood(), sent.kind(), received);

        assertThat(problem(() -> dispatches.receive(agent, wish))).isEqualTo("dispatch.received/received");
    }

    @Test
    void a_step_out_of_order_or_from_a_stale_page_changes_nothing() {
        Dispatch dispatch = some.dispatched(agent, "12345-007", Urgency.ORDINARY, 0);

        Illegal unsigned = new Illegal(DispatchState.DISPATCHED, Set.of(DispatchStep.SIGN));
        assertThat(dispatches.answer(agent, dispatch.id(), dispatch.version(), "先回复"))
                .isEqualTo(unsigned);
        assertThat(dispatches.visit(agent, dispatch.id(), dispatch.version(), Satisfaction.SATISFIED, ""))
                .isEqualTo(unsigned);
        assertThat(unsigned.text(Words.of(Words.CHINESE))).endsWith("只能：签收。");
        assertThat(new Illegal(DispatchState.ANSWERED, DispatchState.ANSWERED.legalSteps())
                        .text(Words.of(Locale.ENGLISH)))
                .as("whatever the city hears, it is one visit")
                .endsWith("Possible now: Return visit of the city.");
        done(dispatches.sign(agent, dispatch.id(), dispatch.version()));
        assertThat(dispatches.sign(agent, dispatch.id(), dispatch.version()))
                .isEqualTo(new Refused(Reason.MOVED, null));
    }

    @Test
    void a_ticket_does_not_close_while_the_city_waits_for_an_answer() {
        Dispatch dispatch = some.dispatched(agent, "12345-008", Urgency.ORDINARY, 0);
        assertThat(missing(dispatch)).contains("dispatch.closing.open");

        Dispatch signed = done(dispatches.sign(agent, dispatch.id(), dispatch.version()));
        done(dispatches.answer(agent, signed.id(), signed.version(), "已修复"));

        assertThat(missing(dispatch)).doesNotContain("dispatch.closing.open");
    }

    @Test
    void bad_input_and_strangers_are_refused() {
        assertThat(problem(() -> dispatches.receive(agent, some.sent("12345-009", Urgency.URGENT, -1))))
                .isEqualTo("dispatch.received/received");
        assertThat(problem(() -> dispatches.receive(agent, some.sent("12345-009", Urgency.URGENT, 24 * 400))))
                .isEqualTo("dispatch.received/received");
        assertThat(problem(() -> dispatches.receive(agent, some.sent(" \u0000 ", Urgency.URGENT, 0))))
                .isEqualTo("typed.unseen/number");
        Dispatch dispatch = some.dispatched(agent, "12345-010", Urgency.ORDINARY, 0);
        Actor elsewhere = offices.hireElsewhere(command, Posts.AGENT, "2");
        Actor stranger = offices.hire(offices.found(), Posts.HEAD, "3");
        assertThat(problem(() -> dispatches.sign(elsewhere, dispatch.id(), 1))).isEqualTo("dispatch.absent/null");
        assertThat(problem(() -> board.get(stranger, dispatch.id()))).isEqualTo("dispatch.absent/null");
        assertThat(some.dispatched(stranger, "12345-010", Urgency.ORDINARY, 0).number())
                .isEqualTo("12345-010");
    }

    private Dispatch answered(String number) {
        Dispatch dispatch = some.dispatched(agent, number, Urgency.ORDINARY, 0);
        Dispatch signed = done(dispatches.sign(agent, dispatch.id(), dispatch.version()));
        return done(dispatches.answer(agent, signed.id(), signed.version(), "已联系客户"));
    }

    private ClockState clock(Dispatch dispatch) {
        return clocks(dispatch, "hotline12345.sign").getLast();
    }

    private List<ClockState> clocks(Dispatch dispatch, String name) {
        return board.show(agent, dispatch.id()).clocks().stream()
                .filter(one -> one.name().equals(name))
                .map(one -> one.state(clock.instant()))
                .toList();
    }

    @Test
    @Tag("S5.3")
    void what_is_sent_back_owes_an_answer_within_a_limit_and_the_customer_has_spoken() {
        Dispatch answered = answered("12345-020");
        assertThat(clocks(answered, "hotline12345.answer")).containsExactly(ClockState.DONE);
        Ticket before = tickets.get(agent, answered.ticket());
        Dispatch back =
                done(dispatches.visit(agent, answered.id(), answered.version(), Satisfaction.UNSATISFIED, "没有上门"));
        assertThat(clocks(back, "hotline12345.answer")).containsExactly(ClockState.DONE, ClockState.OK);
        assertThat(tickets.get(agent, answered.ticket()).version()).isGreaterThan(before.version());
        done(dispatches.answer(agent, back.id(), back.version(), "已上门"));
        assertThat(clocks(back, "hotline12345.answer")).containsExactly(ClockState.DONE, ClockState.DONE);
    }

    @Test
    void what_is_sent_back_after_its_ticket_has_ended_waits_for_a_persons_yes() {
        Dispatch answered = answered("12345-021");
        Ticket ticket = tickets.get(agent, answered.ticket());
        assertThat(tickets.step(agent, ticket.id(), ticket.version(), Step.CANCEL, "客户撤回"))
                .isInstanceOf(StepResult.Done.class);
        done(dispatches.visit(agent, answered.id(), answered.version(), Satisfaction.UNSATISFIED, "没有上门"));
        assertThat(contacts.ofTicket(agent, ticket.id())).anySatisfy(contact -> {
            assertThat(contact.outcome()).isEqualTo(Outcome.WAITING);
            assertThat(contact.words()).isEqualTo("没有上门");
        });
    }

    private List<String> missing(Dispatch dispatch) {
        return closing.stream()
                .flatMap(one -> one.missing(agent, dispatch.ticket()).stream())
                .toList();
    }

    private static String problem(ThrowingCallable deed) {
        Problem refused = Objects.requireNonNull(catchThrowableOfType(Problem.class, deed), "nothing was refused");
        return refused.code() + "/" + refused.field();
    }
}
