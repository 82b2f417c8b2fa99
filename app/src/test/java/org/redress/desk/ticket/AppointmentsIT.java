package org.redress.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.desk.ticket.DeskFixture.matter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.ground.commitment.ClockState;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.PauseReason;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Staff;
import org.redress.platform.web.Problem;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RedressIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("S5.3")
class AppointmentsIT {

    @Autowired
    Appointments appointments;

    @Autowired
    Tickets tickets;

    @Autowired
    Commitments commitments;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    @Autowired
    DeskFixture desk;

    private StepResult hold(Ticket ticket, @Nullable Instant until) {
        return tickets.hold(desk.lin, ticket.id(), ticket.version(), PauseReason.APPOINTMENT, "约好上门", until);
    }

    private Ticket working() {
        Ticket opened = tickets.open(desk.lin, matter("约了上门"));
        return done(tickets.step(desk.lin, opened.id(), opened.version(), Step.START, null));
    }

    private Ticket held() {
        return done(hold(working(), clock.instant().plus(Duration.ofDays(1))));
    }

    private static Ticket done(StepResult result) {
        assertThat(result).isInstanceOf(StepResult.Done.class);
        return ((StepResult.Done) result).ticket();
    }

    /** As if it had been opened three hours ago, and the appointment been an hour ago; the ticket is looked at or not. */
    private Instant pass(Ticket ticket, boolean looked) {
        Instant moment = clock.instant().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(1));
        Subject subject = Subject.ticket(ticket.id().value());
        jdbc.sql(
                        "update commitment.clock set started_at = started_at - interval '3 hours' where bureau = ? and subject = ?")
                .params(desk.bureau.id().value(), subject.id())
                .update();
        jdbc.sql("""
                        update commitment.pause set from_at = ?, until_at = ?
                         where bureau = ? and clock in (select id from commitment.clock where bureau = ? and subject = ?)
                        """)
                .params(
                        Moments.at(moment.minus(Duration.ofHours(1))),
                        Moments.at(moment),
                        desk.bureau.id().value(),
                        desk.bureau.id().value(),
                        subject.id())
                .update();
        if (looked) {
            jdbc.sql("update ticket.ticket set held_until = ? where bureau = ? and id = ?")
                    .params(Moments.at(moment), desk.bureau.id().value(), subject.id())
                    .update();
        }
        return moment;
    }

    /** Until it went on: the product's own job looks meanwhile, and may have been first. */
    private Ticket wentOn(Ticket ticket) {
        Awaitility.await().until(() -> {
            appointments.look(desk.bureau);
            return tickets.get(desk.lin, ticket.id()).state() == TicketState.IN_PROGRESS;
        });
        appointments.look(desk.bureau);
        return tickets.get(desk.lin, ticket.id());
    }

    private List<TicketStory.Happened> resumed(Ticket ticket) {
        return tickets.story(desk.lin, ticket.id()).entries().stream()
                .filter(TicketStory.Happened.class::isInstance)
                .map(TicketStory.Happened.class::cast)
                .filter(one -> one.what().equals("resume"))
                .toList();
    }

    private List<String> rung(Ticket ticket) {
        return jdbc.sql(
                        "select address from notification.message where bureau = ? and subject = ? and code = 'ticket.appointment'")
                .params(desk.bureau.id().value(), ticket.id().value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    private org.redress.ground.commitment.Clock reply(Ticket ticket) {
        return commitments.of(desk.lin, Subject.ticket(ticket.id().value())).getLast();
    }

    @Test
    void an_appointment_is_made_for_a_moment_ahead_that_somebody_may_plan_for() {
        Ticket ticket = working();
        Instant now = clock.instant();
        assertThatThrownBy(() -> hold(ticket, null))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("ticket.appointment.missing"));
        for (Instant wrong : List.of(now.minus(Duration.ofMinutes(1)), now.plus(Duration.ofDays(61)))) {
            assertThatThrownBy(() -> hold(ticket, wrong)).isInstanceOfSatisfying(Problem.class, problem -> {
                assertThat(problem.code()).isEqualTo("ticket.appointment");
                assertThat(problem.field()).isEqualTo("until");
            });
        }
        Ticket held = done(hold(ticket, now.plus(Duration.ofDays(59))));
        assertThat(held.state()).isEqualTo(TicketState.HELD);
        assertThat(held.heldUntil()).isNotNull();
        appointments.look(desk.bureau);
        assertThat(tickets.get(desk.lin, ticket.id()).state())
                .as("its moment has not come")
                .isEqualTo(TicketState.HELD);
    }

    @Test
    void when_the_moment_has_come_the_ticket_goes_on_by_itself_once_and_its_clock_ran_from_then() {
        Ticket ticket = held();
        assertThat(reply(ticket).state(clock.instant())).isEqualTo(ClockState.PAUSED);
        Instant moment = pass(ticket, true);
        Ticket after = wentOn(ticket);

        assertThat(after.heldUntil()).isNull();
        assertThat(after.stateReason()).isNull();
        assertThat(after.reply().paused()).isFalse();
        assertThat(after.reply().dueAt()).isEqualTo(reply(after).dueAt());
        assertThat(Objects.requireNonNull(reply(after).pauses().getLast().until()))
                .as("however late it was looked at")
                .isEqualTo(moment);
        assertThat(resumed(ticket)).singleElement().satisfies(one -> {
            assertThat(one.by()).isEqualTo(Staff.COMMAND);
            assertThat(one.from()).isEqualTo(TicketState.HELD);
            assertThat(one.about()).isEqualTo("APPOINTMENT");
        });
        assertThat(rung(ticket)).containsExactly(desk.lin.staff().value().toString());
    }

    @Test
    void whoever_is_killed_on_the_way_leaves_nothing_behind_and_the_next_run_does_it_once() {
        Ticket ticket = held();
        pass(ticket, true);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            appointments.look(desk.bureau);
            status.setRollbackOnly();
        });
        wentOn(ticket);
        assertThat(resumed(ticket)).hasSize(1);
        assertThat(rung(ticket)).hasSize(1);
    }

    @Test
    void whoever_is_faster_than_the_product_resumes_it_and_nothing_more_happens() {
        Ticket ticket = held();
        pass(ticket, false);
        Ticket after = done(tickets.step(desk.lin, ticket.id(), ticket.version(), Step.RESUME, null));
        assertThat(after.heldUntil()).isNull();
        assertThat(after.reply().paused()).isFalse();
        appointments.look(desk.bureau);
        assertThat(resumed(ticket)).hasSize(1);
        assertThat(rung(ticket)).isEmpty();
    }

    @Test
    void what_was_answered_meanwhile_goes_on_too_though_no_reply_is_owed() {
        Ticket ticket = held();
        done(tickets.answer(desk.lin, ticket.id(), ticket.version(), Channel.HOT_LINE, "周五上门"));
        pass(ticket, true);
        assertThat(wentOn(ticket).reply().dueAt()).isNull();
        assertThat(rung(ticket)).hasSize(1);
    }
}
