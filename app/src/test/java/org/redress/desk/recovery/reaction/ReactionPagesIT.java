package org.redress.desk.recovery.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.support.Browser;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S8.5")
class ReactionPagesIT {

    @Autowired
    Remedies remedies;

    @Autowired
    Tickets tickets;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Offices offices;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc web;

    private Actor command;
    private Actor lin;
    private Browser browser;

    @BeforeEach
    void hire() throws Exception {
        command = offices.found();
        lin = offices.hire(command, Posts.AGENT, "lin");
        browser = Browser.of(web, lin);
    }

    private String complain(Duration ago) {
        Ticket ticket = tickets.open(
                lin,
                new NewTicket(
                        TicketKind.COMPLAINT,
                        Channel.HOT_LINE,
                        "断网<b>",
                        "家里断网了",
                        null,
                        null,
                        null,
                        clock.instant().minus(ago)));
        deliveries.await(command);
        return "/tickets/" + ticket.id().value();
    }

    @Test
    void the_ticket_shows_its_ring_and_says_first_that_an_apology_is_owed() throws Exception {
        String late = complain(Duration.ofDays(12));
        assertThat(browser.look(late).page())
                .contains("The customer still waits for an apology", "0 of five steps met, 4 late", "Once resolved");
        assertThat(browser.look(late + "?lang=zh-CN").page()).contains("还没向客户道歉", "响应五步", "五步中已做0步，超时4步");
        browser.look(late + "?lang=en");
        assertThat(browser.look(late + "/reaction").page())
                .as("each limit can be opened line by line")
                .contains("r-reck", "/rules/reaction.apology", "/rules/reaction.symbolic");
        String key = UUID.randomUUID().toString();
        assertThat(browser.sendAgain(key, late + "/reaction/apologise").next()).isEqualTo(late + "#reaction");
        assertThat(browser.sendAgain(key, late + "/reaction/apologise").next()).isEqualTo(late + "#reaction");
        assertThat(browser.look(late).page())
                .contains("1 of five steps met", "recorded as a remedy,")
                .doesNotContain("The customer still waits", "/reaction/apologise");
        String fresh = complain(Duration.ZERO);
        assertThat(browser.look(fresh).page())
                .contains("0 of five steps met, 0 late")
                .doesNotContain("The customer still waits");
    }

    @Test
    void forms_that_cannot_be_taken_come_back_with_what_was_typed() throws Exception {
        String sheet = complain(Duration.ZERO);
        Browser.Answer back = browser.send(sheet + "/reaction/spare", "step", "SYMBOLIC", "words", " ");
        assertThat(back.status()).isEqualTo(422);
        assertThat(back.page()).contains("Something must be written here", "value=\"SYMBOLIC\" selected");
        assertThat(browser.send(sheet + "/reaction/spare", "step", "DANCE", "words", "x")
                        .page())
                .contains("Choose one of those that are offered");
        assertThat(browser.send(sheet + "/reaction/spare", "step", "APOLOGY", "words", "x")
                        .next())
                .isEqualTo(sheet + "/reaction");
        assertThat(browser.look(sheet + "/reaction").page()).contains("An apology is always owed");
        assertThat(browser.send(sheet + "/reaction/followup", "words", "好了").next())
                .isEqualTo(sheet + "/reaction");
        assertThat(browser.send(sheet + "/reaction/spare", "step", "SYMBOLIC", "words", "不要<i>")
                        .next())
                .isEqualTo(sheet + "#reaction");
        assertThat(browser.look(sheet).page()).contains("Not owed", "不要&lt;i&gt;");
        Browser other = Browser.of(web, offices.hireElsewhere(command, Posts.AGENT, "ye"));
        assertThat(other.look(sheet).page()).contains("id=\"reaction\"").doesNotContain("/reaction/spare");
        assertThat(other.send(sheet + "/reaction/apologise").status()).isEqualTo(403);
    }

    @Test
    void late_steps_and_the_time_to_the_first_apology_have_their_lists() throws Exception {
        assertThat(browser.look("/reactions").page()).contains("No step is late");
        assertThat(browser.look("/reactions/apologies?lang=zh-CN").page()).contains("近期没有失误", "首次道歉用时");
        browser.look("/reactions?lang=en");
        String sheet = complain(Duration.ofDays(12));
        assertThat(browser.look("/reactions").page())
                .contains("4 steps are late", sheet + "#reaction", "断网&lt;b&gt;", "员工lin");
        assertThat(browser.look("/reactions/apologies").page())
                .contains("More than half had none", "0.0%", "Front desk", sheet + "#reaction");
        assertThat(browser.look("/reactions/apologies?unit=" + lin.unit().value())
                        .page())
                .contains(sheet + "#reaction");
        assertThat(browser.look("/reactions/apologies?days=7").page())
                .as("reported twelve days ago")
                .contains("No failure lately", "days=90");
        assertThat(browser.look("/reactions/apologies?days=90&unit="
                                + lin.unit().value())
                        .page())
                .contains(sheet + "#reaction");
        assertThat(browser.look("/reactions/apologies?days=5").page()).contains(sheet + "#reaction");
        assertThat(browser.look("/reactions/apologies?unit=" + UUID.randomUUID())
                        .page())
                .contains("No failure lately");
        assertThat(browser.look("/").page())
                .as("on the first page")
                .contains(
                        "First apology", "0 of 1 in time, 1 without any", "Late reaction steps", "href=\"/reactions\"");
        assertThat(browser.look("/desk").page()).contains("href=\"/reactions\"", "href=\"/recovery-plans\"");
    }
}
