package org.redress.desk.ticket.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.JoinProposal;
import org.redress.desk.ticket.Joins;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.CustomerDraft;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S5.1")
class JoiningIT {

    @Autowired
    MockMvc web;

    @Autowired
    Offices offices;

    @Autowired
    Tickets tickets;

    @Autowired
    Joins joins;

    private Actor agent;
    private Browser browser;

    @BeforeEach
    void hire() throws Exception {
        agent = offices.hire(offices.found(), Posts.AGENT, "2107");
        browser = Browser.of(web, agent);
    }

    private Ticket open(String subject) {
        return tickets.open(
                agent,
                new NewTicket(
                        TicketKind.FAULT,
                        Channel.HOT_LINE,
                        subject,
                        subject + " again.",
                        new CustomerDraft("desk", null, "Ms Zhou", "13812342046", "+8613812342046", null, null),
                        null,
                        null,
                        null));
    }

    private static String[] fields(JoinProposal proposal) {
        return new String[] {
            "lead", proposal.lead().id().value().toString(),
            "reason", proposal.reason().name(),
            "joining", proposal.tickets().getFirst().id().value().toString()
        };
    }

    @Test
    void a_proposal_is_taken_by_one_click_and_taken_back_by_another() throws Exception {
        Ticket first = open("Broadband is down");
        Ticket second = open("Broadband is down");
        JoinProposal proposal = joins.proposals(agent, 10).getFirst();
        assertThat(browser.look("/desk/joins").page())
                .contains(
                        "One customer, one matter",
                        first.number().toString(),
                        second.number().toString());
        assertThat(browser.look("/tickets/" + second.id().value()).page()).contains("/desk/joins/accept");

        Browser.Answer joined = browser.send("/desk/joins/accept", fields(proposal));

        assertThat(joined.next()).isEqualTo("/desk/joins");
        assertThat(browser.look("/desk/joins").page()).contains("2 tickets are one matter now", "/desk/joins/undo");
        assertThat(joins.members(agent, first.id())).extracting(TicketCard::id).containsExactly(second.id());
        assertThat(browser.look("/tickets/" + second.id().value()).page())
                .contains("Joined to", first.number().toString());

        browser.send("/desk/joins/undo?joined=" + second.id().value());
        assertThat(joins.members(agent, first.id())).isEmpty();
    }

    @Test
    void a_proposal_that_was_put_away_does_not_come_back() throws Exception {
        open("Broadband is down");
        open("Broadband is down");
        browser.send("/desk/joins/dismiss", fields(joins.proposals(agent, 10).getFirst()));

        assertThat(browser.look("/desk/joins").page()).contains("No tickets look like one matter");
    }

    @Test
    void a_ticket_is_joined_by_number_and_a_wrong_number_comes_back() throws Exception {
        Ticket lead = open("Broadband is down");
        Ticket other = open("The router blinks");
        String path = "/tickets/" + other.id().value();

        assertThat(browser.send(path + "/join", "version", "1", "number", "T-1234")
                        .page())
                .contains("There is no ticket T-1234", "value=\"T-1234\"");
        assertThat(browser.send(
                                path + "/join",
                                "version",
                                "1",
                                "number",
                                other.number().toString())
                        .page())
                .contains("cannot be joined to itself");
        assertThat(browser.send(
                                path + "/join",
                                "version",
                                "1",
                                "number",
                                lead.number().toString())
                        .next())
                .isEqualTo(path);
        assertThat(joins.lead(agent, other.id())).isEqualTo(lead.id());

        browser.send(path + "/part", "version", "1");
        assertThat(joins.lead(agent, other.id())).isEqualTo(other.id());
    }
}
