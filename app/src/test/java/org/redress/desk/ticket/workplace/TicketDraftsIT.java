package org.redress.desk.ticket.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.Redactions;
import org.redress.ground.rulebook.OldFormDrafts;
import org.redress.support.Browser;
import org.redress.support.FormWindow;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What is written about a ticket outlives an error and a closed tab, and is nobody else's. */
@RedressIT
@Tag("S5.1")
class TicketDraftsIT {

    @Autowired
    MockMvc web;

    @Autowired
    Offices offices;

    @Autowired
    Tickets tickets;

    @Autowired
    OldFormDrafts old;

    @Autowired
    Redactions redactions;

    @Autowired
    JdbcClient jdbc;

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
                        TicketKind.COMPLAINT,
                        Channel.HOT_LINE,
                        "Broadband is down",
                        "Since Friday.",
                        new CustomerDraft("desk", null, "Ms Zhou", "13812342046", "+8613812342046", null, null),
                        null,
                        null,
                        null));
        tickets.step(agent, ticket.id(), 1, Step.START, null);
        path = "/tickets/" + ticket.id().value();
    }

    private FormWindow window(Browser of, String form) throws Exception {
        return FormWindow.open(of, path, path + "/" + form);
    }

    private Browser.Answer type(FormWindow in, String field, String text) throws Exception {
        return in.type("by", "VISIT", field, text);
    }

    private Browser.Answer send(FormWindow in, String field, String text) throws Exception {
        return in.send("by", "VISIT", field, text);
    }

    private String page() throws Exception {
        return Browser.of(web, agent).look(path).page();
    }

    private int kept() {
        return jdbc.sql("select count(*) from platform.form_draft where bureau = ?")
                .param(agent.bureau().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void what_is_written_stands_there_again_in_another_browser_and_for_nobody_else() throws Exception {
        assertThat(type(window(browser, "answer"), "text", "Dear Ms Zhou, we").page())
                .contains("Draft kept");
        type(window(browser, "note"), "text", "He shouted <b>");
        type(window(browser, "settle"), "text", "The port was");
        type(window(browser, "find"), "reason", "The log shows");

        assertThat(page())
                .contains(
                        ">Dear Ms Zhou, we</textarea>",
                        "value=\"VISIT\" selected",
                        ">He shouted &lt;b&gt;</textarea>",
                        ">The port was</textarea>",
                        ">The log shows</textarea>",
                        "Draft kept",
                        "formaction=\"/drafts/discard\"");
        Actor colleague = offices.hire(command, Posts.HEAD, "2001");
        assertThat(Browser.of(web, colleague).look(path).page())
                .doesNotContain("Dear Ms Zhou", "He shouted", "The port was", "The log shows", "Draft kept");
        assertThat(tickets.get(agent, ticket.id()).version()).isEqualTo(2);
    }

    @Test
    void what_is_sent_is_a_draft_no_longer_even_where_a_save_arrives_after_it() throws Exception {
        FormWindow window = window(browser, "answer");
        type(window, "text", "We are sorry.");

        assertThat(send(window, "text", "We are sorry.").status()).isEqualTo(303);

        assertThat(page()).doesNotContain("Draft kept", ">We are sorry.</textarea>");
        assertThat(kept()).isZero();
        assertThat(type(window, "text", "We are sorry.").page()).contains("sent or discarded already");
        assertThat(page()).doesNotContain("Draft kept");
    }

    @Test
    void what_could_not_be_sent_is_kept() throws Exception {
        FormWindow window = window(browser, "answer");
        tickets.answer(offices.hire(command, Posts.AGENT, "2108"), ticket.id(), 2, Channel.SMS, "The colleague's.");

        assertThat(send(window, "text", "My careful words.").status()).isEqualTo(409);
        assertThat(page()).contains(">My careful words.</textarea>", "This has changed since.");

        FormWindow again = window(browser, "answer");
        assertThat(send(again, "text", "My careful words.").status()).isEqualTo(303);
        assertThat(page()).doesNotContain(">My careful words.</textarea>");
    }

    @Test
    void a_draft_that_is_gone_on_with_keeps_saying_that_the_ticket_has_changed_since_it_was_begun() throws Exception {
        type(window(browser, "answer"), "text", "My careful words");
        tickets.answer(offices.hire(command, Posts.AGENT, "2108"), ticket.id(), 2, Channel.SMS, "The colleague's.");

        FormWindow again = window(browser, "answer");
        assertThat(type(again, "text", "My careful words.").page()).contains("Draft kept", "This has changed since.");
        assertThat(page()).contains(">My careful words.</textarea>", "This has changed since.");
    }

    @Test
    void a_second_window_goes_on_only_with_what_it_has_seen() throws Exception {
        FormWindow first = window(browser, "note");
        FormWindow second = window(browser, "note");
        type(first, "text", "The first window.");

        assertThat(type(second, "text", "The second.").page()).contains("Another window has gone on");
        assertThat(page()).contains(">The first window.</textarea>");

        FormWindow third = window(browser, "note");
        assertThat(type(third, "text", "The first window, gone on with.").page())
                .contains("Draft kept");
        assertThat(type(first, "text", "The first").page()).contains("Another window has gone on");
        send(first, "text", "Sent from the first.");
        assertThat(page()).contains(">The first window, gone on with.</textarea>");
    }

    @Test
    void what_is_emptied_or_discarded_is_gone() throws Exception {
        FormWindow emptied = window(browser, "settle");
        type(emptied, "text", "Repaired");
        type(emptied, "text", " ");
        assertThat(kept()).isZero();

        FormWindow discarded = window(browser, "answer");
        type(discarded, "text", "Nonsense");
        assertThat(discarded.sendTo("/drafts/discard", "text", "x").next()).isEqualTo(path);
        assertThat(type(discarded, "text", "Nonsense, late").page()).doesNotContain("Draft kept");
        assertThat(page()).doesNotContain("Nonsense");
    }

    @Test
    void a_window_discards_and_empties_only_what_no_other_has_gone_on_with() throws Exception {
        FormWindow first = window(browser, "note");
        type(first, "text", "The first window.");
        type(window(browser, "note"), "text", "From the second.");

        assertThat(type(first, "text", " ").page()).contains("Another window has gone on");
        first.sendTo("/drafts/discard", "text", "x");
        assertThat(browser.look(path).page())
                .contains("it was not discarded.", ">From the second.</textarea>")
                .doesNotContain("The draft is discarded.");

        FormWindow third = window(browser, "note");
        third.sendTo("/drafts/discard", "text", "x");
        assertThat(browser.look(path).page()).contains("The draft is discarded.");
        assertThat(kept()).isZero();
    }

    @Test
    void a_draft_whose_form_is_gone_can_still_be_copied() throws Exception {
        type(window(browser, "cancel"), "reason", "The customer withdrew, because");
        jdbc.sql("update ticket.ticket set state = 'closed', closed_at = now() where bureau = ? and id = ?")
                .params(agent.bureau().value(), ticket.id().value())
                .update();

        assertThat(page())
                .contains(
                        "the ticket has no place for it now",
                        ">The customer withdrew, because</textarea>",
                        "action=\"/drafts/discard\"")
                .doesNotContain("action=\"" + path + "/cancel");
    }

    @Test
    void without_scripts_a_draft_is_kept_by_a_button() throws Exception {
        assertThat(page()).contains("<noscript><button", "formaction=\"/drafts\"");
        assertThat(window(browser, "note").sendTo("/drafts", "text", "By hand.").next())
                .isEqualTo(path);
        assertThat(browser.look(path).page()).contains("The draft is kept.", ">By hand.</textarea>");

        window(browser, "hold").sendTo("/drafts", "pause", "APPOINTMENT", "reason", "");
        assertThat(browser.look(path).page()).contains("no draft is kept.").doesNotContain("The draft is kept.");

        FormWindow sent = window(browser, "note");
        send(sent, "text", "By hand.");
        browser.look(path);
        sent.sendTo("/drafts", "text", "By hand.");
        assertThat(browser.look(path).page())
                .contains("This has been sent or discarded already.")
                .doesNotContain("The draft is kept.");
    }

    @Test
    void nobody_keeps_what_is_no_form_or_too_long_or_in_another_bureau() throws Exception {
        FormWindow window = window(browser, "note");
        assertThat(window.type("draft-of", path + "/nothing/at/all", "text", "x")
                        .status())
                .isEqualTo(404);
        assertThat(window.type("text", "x".repeat(200_001)).status()).isEqualTo(422);
        Browser stranger = Browser.of(web, offices.hire(offices.found(), Posts.AGENT, "1"));
        stranger.type(window.key(), "/drafts", "draft-of", path + "/note", "draft-in", "text", "text", "Not theirs");
        assertThat(kept()).isZero();
        assertThat(page()).doesNotContain("Not theirs");
    }

    @Test
    void what_one_has_written_and_not_sent_stands_on_a_page_of_ones_own() throws Exception {
        type(window(browser, "answer"), "text", "Dear Ms Zhou, we");

        assertThat(browser.look("/drafts").page()).contains("Dear Ms Zhou, we", "href=\"" + path + "\"");
        Actor colleague = offices.hire(command, Posts.HEAD, "2001");
        assertThat(Browser.of(web, colleague).look("/drafts").page())
                .contains("Everything that you have written is sent")
                .doesNotContain("Dear Ms Zhou");

        FormWindow.open(browser, "/drafts", "/drafts/discard").send();
        assertThat(kept()).isZero();
    }

    @Test
    void drafts_go_with_the_personal_data_of_the_ticket_and_when_they_are_old() throws Exception {
        type(window(browser, "answer"), "text", "Ms Zhou of Fenglin Road");
        type(window(browser, "note"), "text", "Yesterday's");
        jdbc.sql(
                        "update platform.form_draft set saved_at = now() - interval '31 days' where bureau = ? and form like '%/note'")
                .param(agent.bureau().value())
                .update();
        old.remove();
        assertThat(kept()).isOne();

        tickets.step(agent, ticket.id(), 2, Step.CANCEL, "Withdrawn.");
        redactions.redact(
                offices.hire(command, Posts.GENERAL_MANAGER, "1"), Objects.requireNonNull(ticket.customer()), "Asked.");
        assertThat(kept()).isZero();
    }
}
