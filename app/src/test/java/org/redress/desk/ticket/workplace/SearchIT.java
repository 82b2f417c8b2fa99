package org.redress.desk.ticket.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
class SearchIT {

    @Autowired
    MockMvc web;

    @Autowired
    Offices offices;

    @Autowired
    Tickets tickets;

    private Actor agent;
    private Browser browser;

    @BeforeEach
    void hire() throws Exception {
        agent = offices.hire(offices.found(), Posts.AGENT, "2107");
        browser = Browser.of(web, agent);
    }

    private Ticket open(String subject, String text) {
        return tickets.open(agent, new NewTicket(TicketKind.FAULT, Channel.WEB, subject, text, null, null, null, null));
    }

    private String found(String words) throws Exception {
        return browser.look("/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .page();
    }

    /** RT 5.0.3, Znuny 6.5.1: a word of two characters found nothing. */
    @Test
    void two_chinese_characters_find_the_ticket_and_are_marked_where_they_stand() throws Exception {
        open("宽带问题", "小区里信号差，通话经常掉线。");
        open("别的事", "线路掉了，是另一回事。");

        assertThat(found("掉线")).contains("通话经常<mark>掉线</mark>", "宽带问题").doesNotContain("别的事");
    }

    @Test
    void a_number_finds_its_ticket_and_a_wrong_figure_finds_none() throws Exception {
        Ticket ticket = open("Broadband is down", "Since yesterday.");
        long wrong = ticket.number().value() % 10 == 9
                ? ticket.number().value() - 1
                : ticket.number().value() + 1;

        assertThat(found(ticket.number().toString())).contains("Broadband is down");
        assertThat(found("T-" + wrong)).doesNotContain("Broadband is down").contains("Nothing found for");
    }

    @Test
    void what_somebody_typed_is_shown_and_not_run() throws Exception {
        open("A <b>bold</b> subject", "Nothing.");

        assertThat(found("bold")).contains("&lt;b&gt;", "<mark>bold</mark>").doesNotContain("<b>bold</b>");
        assertThat(found("<script>x")).doesNotContain("<script>x");
    }

    @Test
    void more_than_a_page_is_turned_to() throws Exception {
        for (int i = 0; i < 33; i++) {
            open("Matter " + i, "The router blinks.");
        }
        String first = found("router");
        String next = first.substring(first.indexOf("/search?q=router&amp;at="));

        String second = browser.look(next.substring(0, next.indexOf('"')).replace("&amp;", "&"))
                .page();

        assertThat(first).contains("30 tickets on this page");
        assertThat(second).contains("3 tickets on this page");
        assertThat(found("")).contains("What are you looking for?");
    }
}
