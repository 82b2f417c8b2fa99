package org.redress.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.Staff;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.Undelivered;
import org.redress.ground.party.CustomerDraft;
import org.redress.platform.database.Ids;
import org.redress.platform.jobs.OutboxMessage;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

@RedressIT
@Tag("S5.1")
class UndeliveredIT {

    @Autowired
    Tickets tickets;

    @Autowired
    UndeliveredNotices notices;

    @Autowired
    Offices offices;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Staff staff;

    private Actor command;
    private Actor agent;
    private Ticket ticket;

    @BeforeEach
    void open() {
        command = offices.found();
        agent = offices.hire(command, Posts.AGENT, "lin");
        ticket = tickets.open(agent, DeskFixture.matter("宽带掉线"));
    }

    private void lost(String kind, boolean withheld) {
        Undelivered lost =
                new Undelivered(Ids.next(), kind, ticket.id().value(), "ticket.answered", MessageChannel.SMS, withheld);
        notices.receive(new OutboxMessage(
                agent.bureau().value(),
                1,
                Undelivered.TOPIC,
                JsonMapper.shared().writeValueAsString(lost)));
    }

    private long bells(Actor of) {
        return bells(of, "ticket.undelivered");
    }

    private long bells(Actor of, String code) {
        return jdbc.sql("select count(*) from notification.message where bureau = ? and code = ? and address = ?")
                .params(agent.bureau().value(), code, of.staff().value().toString())
                .query(Long.class)
                .single();
    }

    @Test
    void whoever_answers_for_a_ticket_learns_that_its_answer_did_not_arrive() throws Exception {
        lost("ticket", false);
        assertThat(bells(agent)).isEqualTo(1);
        lost("ticket", true);
        assertThat(bells(agent)).isEqualTo(2);
        lost("appeal", false);
        assertThat(bells(agent)).isEqualTo(2);
        assertThat(tickets.get(agent, ticket.id())).as("nobody's form is stale").isEqualTo(ticket);
        assertThat(Browser.of(web, agent)
                        .look("/tickets/" + ticket.id().value())
                        .page())
                .contains("Did not reach the customer", "Not sent, the customer has declined it");
    }

    private Ticket enquiry(@Nullable CustomerDraft customer) {
        return tickets.open(
                agent,
                new NewTicket(TicketKind.ENQUIRY, Channel.HOT_LINE, "几点开门", "几点开门？", customer, null, null, null));
    }

    private static CustomerDraft landLine() {
        return new CustomerDraft("desk", null, "郑先生", "0791-6212345", "+867916212345", null, null);
    }

    private Ticket done(StepResult result) {
        assertThat(result).isInstanceOf(StepResult.Done.class);
        return ((StepResult.Done) result).ticket();
    }

    @Test
    void whoever_answers_for_a_ticket_is_asked_to_phone_a_customer_without_an_address() throws Exception {
        Ticket taken = enquiry(landLine());
        assertThat(bells(agent, "ticket.unreached"))
                .as("who took it has just told them")
                .isZero();
        done(tickets.step(agent, taken.id(), taken.version(), Step.CANCEL, "客户撤回"));
        assertThat(bells(agent, "ticket.unreached")).isEqualTo(1);
        assertThat(Browser.of(web, agent).look("/tickets/" + taken.id().value()).page())
                .contains("No address to write to, tell them by phone or in person", "Ticket ended");

        Ticket now = enquiry(landLine());
        now = done(tickets.step(agent, now.id(), now.version(), Step.START, null));
        now = done(tickets.answer(agent, now.id(), now.version(), Channel.HOT_LINE, "九点。"));
        now = done(tickets.settle(agent, now.id(), now.version(), "已说明"));
        now = done(tickets.step(agent, now.id(), now.version(), Step.RESOLVE, null));
        done(tickets.close(agent, now.id(), now.version(), Without.NOTHING));
        assertThat(bells(agent, "ticket.unreached")).isEqualTo(2);
    }

    @Test
    void nobody_is_asked_to_phone_somebody_anonymous_or_whom_a_message_reaches() {
        Ticket nobody = enquiry(null);
        done(tickets.step(agent, nobody.id(), nobody.version(), Step.CANCEL, "打错了"));
        Ticket reached = enquiry(new CustomerDraft("desk", null, "周女士", "13812342046", "+8613812342046", null, null));
        done(tickets.step(agent, reached.id(), reached.version(), Step.CANCEL, "客户撤回"));

        assertThat(bells(agent, "ticket.unreached")).isZero();
    }

    @Test
    void who_leads_hears_of_it_where_whoever_answered_for_it_has_left() {
        Actor head = offices.hire(command, Posts.HEAD, "gao");
        lost("ticket", false);
        assertThat(bells(head)).isZero();
        staff.setActive(command, Offices.signIn(command, "lin"), false);
        lost("ticket", false);

        assertThat(bells(head)).isEqualTo(1);
        assertThat(bells(agent)).as("from before").isEqualTo(1);
    }
}
