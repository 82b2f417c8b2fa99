package org.redress.desk.ticket.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketState;
import org.redress.desk.ticket.TicketStory;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S5.1")
class TicketFormsIT {

    @Autowired
    MockMvc web;

    @Autowired
    Offices offices;

    @Autowired
    Tickets tickets;

    @Autowired
    Types types;

    private Actor command;
    private Actor agent;
    private Browser browser;
    private Ticket ticket;
    private String path;

    @BeforeEach
    void open() throws Exception {
        command = offices.found();
        agent = offices.hire(command, Posts.AGENT, "2107");
        browser = Browser.of(web, agent);
        ticket = tickets.open(
                agent,
                new NewTicket(
                        TicketKind.SUGGESTION,
                        Channel.HOT_LINE,
                        "Longer hours",
                        "Open till nine.",
                        null,
                        null,
                        null,
                        null));
        path = "/tickets/" + ticket.id().value();
    }

    private Ticket now() {
        return tickets.get(agent, ticket.id());
    }

    private String version() {
        return Integer.toString(now().version());
    }

    private Browser.Answer send(String act, String... fields) throws Exception {
        String[] all = new String[fields.length + 2];
        all[0] = "version";
        all[1] = version();
        System.arraycopy(fields, 0, all, 2, fields.length);
        return browser.send(path + "/" + act, all);
    }

    @Test
    void a_ticket_goes_its_whole_way_by_forms() throws Exception {
        String type = types.groups(agent).getFirst().types().getFirst();

        assertThat(send(
                                "classify",
                                "failureType",
                                type,
                                "failureKind",
                                "PROCESS",
                                "kindEvidence",
                                "The counter was closed",
                                "attribution",
                                "PROVIDER",
                                "attributionEvidence",
                                "The notice at the door")
                        .next())
                .isEqualTo(path);
        send("start");
        send("answer", "by", "VISIT", "text", "We are sorry.");
        send("settle", "text", "Opening hours were changed.");
        send("resolve");
        assertThat(now().state()).isEqualTo(TicketState.RESOLVED);
        send("close");

        assertThat(now().state()).isEqualTo(TicketState.CLOSED);
        assertThat(browser.look(path).page())
                .contains("We are sorry.", "Opening hours were changed.", "This ticket has ended")
                .doesNotContain(path + "/resolve", path + "/answer");
    }

    @Test
    void a_step_that_the_state_forbids_is_refused_with_those_that_it_allows() throws Exception {
        Browser.Answer refused = send("resolve");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.page()).contains("This was not done.", "Possible now:", "Start work", "Reject");
        assertThat(now().state()).isEqualTo(TicketState.ACKNOWLEDGED);
    }

    @Test
    void closing_asks_for_an_answer_and_a_settlement_and_keeps_what_was_written() throws Exception {
        send("start");
        send("resolve");

        Browser.Answer refused = send("close", "withoutSettlement", "The customer moved away.");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.page())
                .contains("What the customer said last has not been answered", ">The customer moved away.</textarea>");
        assertThat(send("close", "withoutAnswer", "Anonymous.", "withoutSettlement", "The customer moved away.")
                        .status())
                .isEqualTo(303);
        assertThat(browser.look(path).page()).contains("Anonymous.");
    }

    @Test
    void a_text_that_cannot_be_taken_comes_back_in_its_form() throws Exception {
        String long_ = "Too long. ".repeat(10_001);

        Browser.Answer refused = send("answer", "by", "VISIT", "text", long_);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page()).contains(long_, "At most 100,000 characters", "value=\"VISIT\" selected");
        assertThat(send("cancel", "reason", " ").status()).isEqualTo(422);
        assertThat(send("classify", "failureType", "no-such-type").page()).contains("There is no such failure type.");
        assertThat(now().version()).isEqualTo(1);
    }

    /** RT 5.0.3: a stale form took back a colleague's edit. */
    @Test
    void whoever_was_overtaken_sees_by_whom_and_loses_nothing() throws Exception {
        Actor colleague = offices.hire(command, Posts.AGENT, "2108");
        tickets.answer(colleague, ticket.id(), 1, Channel.HOT_LINE, "The colleague's reply.");

        Browser.Answer stale =
                browser.send(path + "/answer", "version", "1", "by", "HOT_LINE", "text", "My careful reply.");

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.page())
                .contains(
                        "Somebody changed this ticket",
                        "员工2108",
                        "Answered the customer",
                        ">My careful reply.</textarea>")
                .contains("name=\"version\" value=\"2\"");
        assertThat(stale.page()).doesNotContain("My careful reply.</p>");
        assertThat(send("answer", "by", "HOT_LINE", "text", "My careful reply.").status())
                .isEqualTo(303);
    }

    @Test
    void a_double_click_makes_one_answer() throws Exception {
        String key = UUID.randomUUID().toString();
        String[] form = {"version", "1", "by", "HOT_LINE", "text", "Said once."};

        Browser.Answer first = browser.sendAgain(key, path + "/answer", form);
        Browser.Answer second = browser.sendAgain(key, path + "/answer", form);

        assertThat(second).isEqualTo(first);
        assertThat(tickets.story(agent, ticket.id()).entries())
                .filteredOn(TicketStory.Answered.class::isInstance)
                .hasSize(1);
    }

    /** tiledesk #157: an internal note was shown to the customer. */
    @Test
    void a_note_is_marked_as_hidden_and_is_no_answer() throws Exception {
        assertThat(send("note", "text", "Do not tell him.").next()).isEqualTo(path);

        assertThat(browser.look(path).page())
                .containsPattern("(?s)class=\"r-msg note\">.{0,300}customer can’t see it.{0,300}Do not tell him");
        assertThat(tickets.story(agent, ticket.id()).entries())
                .filteredOn(TicketStory.Answered.class::isInstance)
                .isEmpty();
        assertThat(now().reply().answeredAt()).isNull();
        assertThat(send("note", "text", "").status()).isEqualTo(422);
    }

    @Test
    void a_pause_says_why_and_can_be_taken_back_at_once() throws Exception {
        browser.look(send("start").next());
        Browser.Answer held = send("hold", "pause", "WAITING_FOR_CUSTOMER", "reason", "Waits for the contract.");

        assertThat(held.status()).isEqualTo(303);
        String page = browser.look(held.next()).page();
        assertThat(page).contains("Waits for the contract.", path + "/resume?version=3");

        assertThat(browser.send(path + "/resume?version=3").status()).isEqualTo(303);
        assertThat(now().state()).isEqualTo(TicketState.IN_PROGRESS);
    }

    @Test
    void whoever_answers_for_a_ticket_or_gives_out_work_offers_it_and_the_receiver_accepts() throws Exception {
        Actor colleague = offices.hire(command, Posts.AGENT, "2108");
        String to = colleague.staff().value().toString();
        Browser other = Browser.of(web, colleague);
        assertThat(other.look(path).page()).doesNotContain(path + "/assign");
        assertThat(other.send(path + "/assign", "version", "1", "to", to, "reason", "Mine.")
                        .status())
                .isEqualTo(403);
        assertThat(send("assign", "to", to, "reason", "").status()).isEqualTo(422);
        Browser head = Browser.of(web, offices.hire(command, Posts.HEAD, "2001"));
        assertThat(head.look(path).page()).contains(path + "/assign");
        assertThat(send("assign", "to", to, "reason", "On leave.").status()).isEqualTo(303);

        assertThat(browser.look(path).page()).contains("Asked to take over:", path + "/withdraw");
        assertThat(now().responsible()).isEqualTo(agent.staff());
        assertThat(other.look(path).page()).contains("You are asked to take over.", "On leave.", path + "/accept");
        assertThat(other.look("/desk?view=offered").page()).contains("Longer hours");
        assertThat(other.send(path + "/accept", "version", "1").status()).isEqualTo(303);
        assertThat(now().responsible()).isEqualTo(colleague.staff());
        assertThat(other.look(path).page()).doesNotContain("You are asked to take over.");
    }

    @Test
    void the_list_one_came_from_is_kept_on_the_way() throws Exception {
        assertThat(browser.look(path + "?view=open&kind=SUGGESTION").page())
                .contains(path + "/start?view=open&amp;kind=SUGGESTION#nx");
        assertThat(browser.send(path + "/start?view=open&kind=SUGGESTION", "version", "1")
                        .next())
                .isEqualTo(path + "?view=open&kind=SUGGESTION");
    }
}
