package org.redress.desk.ticket.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketState;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.commitment.PauseReason;
import org.redress.ground.commitment.PauseRights;
import org.redress.ground.identity.Absences;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.rulebook.Revision;
import org.redress.ground.rulebook.Rulebook;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.FormWindow;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Who may let a matter stand still, and for what. */
@RedressIT
@Tag("S5.3")
class PausesIT {

    private static final String CUSTOMER = "value=\"WAITING_FOR_CUSTOMER\"";
    private static final String APPOINTMENT = "value=\"APPOINTMENT\"";
    private static final String FORCE = "value=\"FORCE_MAJEURE\"";

    @Autowired
    MockMvc web;

    @Autowired
    Offices offices;

    @Autowired
    Tickets tickets;

    @Autowired
    PauseRights rights;

    @Autowired
    Absences absences;

    @Autowired
    Rulebook rulebook;

    @Autowired
    Clock clock;

    private Actor command;
    private Actor agent;
    private Ticket ticket;
    private String path;

    @BeforeEach
    void open() {
        command = offices.found();
        agent = offices.hire(command, Posts.AGENT, "2107");
        ticket = tickets.open(
                agent,
                new NewTicket(TicketKind.FAULT, Channel.HOT_LINE, "Broadband is down", "", null, null, null, null));
        tickets.step(agent, ticket.id(), 1, Step.START, null);
        path = "/tickets/" + ticket.id().value();
    }

    private Browser.Answer hold(Browser by, String reason, String why) throws Exception {
        String version = Integer.toString(tickets.get(agent, ticket.id()).version());
        return by.send(path + "/hold", "version", version, "pause", reason, "reason", why);
    }

    @Test
    void how_far_ahead_an_appointment_may_be_is_a_rule_of_the_house_that_the_form_names() throws Exception {
        Browser own = Browser.of(web, agent);
        assertThat(own.look(path).page()).contains("at most 60 days ahead");
        assertThat(own.look(path + "?lang=zh-CN").page()).contains("60天以内");
        LocalDateTime now =
                LocalDateTime.ofInstant(clock.instant(), agent.zone()).truncatedTo(ChronoUnit.MINUTES);
        rulebook.revise(
                command,
                new Revision("ticket.appointment.farthest", "house", BigDecimal.TEN, now.toLocalDate(), "test"));

        assertThat(own.look(path + "?lang=en").page()).contains("at most 10 days ahead");
        assertThat(appoint(own, now.plusDays(11).toString()).page()).contains("must lie ahead, by at most 10 days");
        assertThat(appoint(own, now.plusDays(9).toString()).status()).isEqualTo(303);
    }

    @Test
    void an_appointment_has_a_moment_ahead_that_stands_on_the_ticket_and_in_the_list() throws Exception {
        Browser own = Browser.of(web, agent);
        assertThat(own.look(path).page()).contains("type=\"datetime-local\"");
        Browser.Answer missing = hold(own, "APPOINTMENT", "They are away.");
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.page()).contains("Say when the appointment is", ">They are away.</textarea>");
        assertThat(appoint(own, "next Friday").page()).contains("The date and time could not be read.");
        assertThat(appoint(own, "2020-01-01T10:00").page()).contains("must lie ahead, by at most 60 days");

        LocalDateTime day = LocalDateTime.ofInstant(clock.instant(), agent.zone())
                .plusDays(2)
                .truncatedTo(ChronoUnit.MINUTES);
        assertThat(appoint(own, day.toString()).status()).isEqualTo(303);
        assertThat(tickets.get(agent, ticket.id()).heldUntil())
                .isEqualTo(day.atZone(agent.zone()).toInstant());
        assertThat(own.look(path).page()).contains("Appointment: ");
        assertThat(own.look("/desk?view=paused").page()).contains("Paused: appointment made, runs on ");
    }

    private Browser.Answer appoint(Browser by, String until) throws Exception {
        String version = Integer.toString(tickets.get(agent, ticket.id()).version());
        return by.send(
                path + "/hold", "version", version, "pause", "APPOINTMENT", "until", until, "reason", "They are away.");
    }

    private TicketState state() {
        return tickets.get(agent, ticket.id()).state();
    }

    @Test
    void whoever_answers_for_it_waits_for_the_customer_and_force_majeure_is_for_a_head() throws Exception {
        Browser own = Browser.of(web, agent);
        assertThat(own.look(path).page()).contains(CUSTOMER, APPOINTMENT).doesNotContain(FORCE);

        Browser.Answer refused = hold(own, "FORCE_MAJEURE", "The bridge is gone.");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page())
                .contains(
                        "A pause for “force majeure” is decided by: Head of team, Director, General manager",
                        ">The bridge is gone.</textarea>");
        assertThat(state()).isEqualTo(TicketState.IN_PROGRESS);

        Browser head = Browser.of(web, offices.hire(command, Posts.HEAD, "2001"));
        assertThat(head.look(path).page()).contains(CUSTOMER, APPOINTMENT, FORCE);
        assertThat(hold(head, "FORCE_MAJEURE", "The bridge is gone.").status()).isEqualTo(303);
        assertThat(state()).isEqualTo(TicketState.HELD);
        assertThat(Browser.of(web, agent).send(path + "/resume", "version", "3").status())
                .isEqualTo(303);
        assertThat(hold(own, "WAITING_FOR_CUSTOMER", "The contract.").status()).isEqualTo(303);
        assertThat(state()).isEqualTo(TicketState.PENDING);
    }

    @Test
    void a_colleague_of_the_unit_makes_an_appointment_and_waits_for_nobody_elses_customer() throws Exception {
        Actor other = offices.hire(command, Posts.AGENT, "2108");
        Browser colleague = Browser.of(web, other);
        assertThat(colleague.look(path).page()).contains(APPOINTMENT).doesNotContain(CUSTOMER, FORCE);
        Browser.Answer refused = hold(colleague, "WAITING_FOR_CUSTOMER", "The contract.");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page()).contains("is decided by whoever answers for it, or by: Head of team");

        Instant now = clock.instant();
        absences.add(agent, agent.staff(), now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(1)), other.staff());
        assertThat(colleague.look(path).page()).as("who stands in").contains(CUSTOMER);
        assertThat(hold(colleague, "WAITING_FOR_CUSTOMER", "The contract.").status())
                .isEqualTo(303);
    }

    @Test
    void an_agent_of_another_unit_is_told_that_others_of_the_tickets_unit_may_too() {
        Actor elsewhere = offices.hireElsewhere(command, Posts.AGENT, "3101");
        assertThatThrownBy(() -> rights.require(elsewhere, PauseReason.APPOINTMENT, agent.staff(), agent.unit()))
                .isInstanceOfSatisfying(
                        Problem.class,
                        refused -> assertThat(
                                        Words.of(Words.ENGLISH).text("problem." + refused.code(), refused.arguments()))
                                .contains("of another unit’s matter", "by others of that unit, or by: "));
    }

    @Test
    void a_draft_with_a_reason_that_is_its_writers_no_longer_stands_with_one_that_is() throws Exception {
        Actor other = offices.hire(command, Posts.AGENT, "2108");
        Browser colleague = Browser.of(web, other);
        FormWindow.open(colleague, path, path + "/hold")
                .sendTo("/drafts", "pause", "WAITING_FOR_CUSTOMER", "reason", "The contract.");
        assertThat(colleague.look(path).page())
                .contains(">The contract.</textarea>", APPOINTMENT + " checked")
                .doesNotContain(CUSTOMER);
    }
}
