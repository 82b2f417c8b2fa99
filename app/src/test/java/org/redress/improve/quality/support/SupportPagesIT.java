package org.redress.improve.quality.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.contact.Contact;
import org.redress.desk.contact.Mood;
import org.redress.desk.recovery.SomeFailures;
import org.redress.desk.ticket.TicketKind;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.support.Browser;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S8.3")
class SupportPagesIT {

    @Autowired
    Reliefs reliefs;

    @Autowired
    SomeFailures failures;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Offices offices;

    @Autowired
    MockMvc web;

    private Actor command;
    private Actor agent;
    private Browser lin;
    private Browser gao;

    @BeforeEach
    void hire() throws Exception {
        command = offices.found();
        agent = offices.hire(command, Posts.AGENT, "lin");
        lin = Browser.of(web, agent);
        gao = Browser.of(web, offices.hire(command, Posts.HEAD, "gao"));
    }

    private Contact take(Mood mood) {
        Contact contact = failures.contact(agent, TicketKind.COMPLAINT, mood, "断网");
        deliveries.await(command);
        return contact;
    }

    @Test
    void empty_records_say_so_in_both_languages() throws Exception {
        assertThat(lin.look("/my-record").page())
                .contains("No praise and no blame yet", "None in the last two days")
                .doesNotContain("href=\"/team\"");
        assertThat(lin.look("/my-record?lang=zh-CN").page()).contains("还没有表扬，也没有批评");
        assertThat(gao.look("/team?lang=zh-CN").page()).contains("没有待谈话的", "员工lin");
        assertThat(gao.look("/my-record?lang=en").page()).contains("href=\"/team\"");
        assertThat(lin.look("/team").status()).isEqualTo(403);
        assertThat(lin.look("/desk").page()).contains("href=\"/my-record\"");
    }

    @Test
    void a_break_is_taken_and_the_word_is_said_and_shown() throws Exception {
        take(Mood.FURIOUS);
        Relief relief = reliefs.of(agent, agent.staff()).getFirst();
        String break1 = "/my-record/reliefs/" + relief.id().value();
        String page = lin.look("/my-record").page();
        assertThat(page).contains("You may take a break of 15 minutes", break1 + "/take", "Heated customer");
        String key = UUID.randomUUID().toString();
        assertThat(lin.sendAgain(key, break1 + "/take", "version", "1").next()).isEqualTo("/my-record");
        assertThat(lin.sendAgain(key, break1 + "/take", "version", "1").next()).isEqualTo("/my-record");
        assertThat(lin.look("/my-record").page()).contains("Break taken").doesNotContain(break1 + "/take");
        lin.send(break1 + "/decline", "version", "2");
        assertThat(lin.look("/my-record").page()).contains("It was dealt with already");

        assertThat(gao.look("/team").page()).contains("员工lin", "talk due by");
        Browser.Answer back = gao.send("/team/reliefs/" + relief.id().value() + "/say", "version", "2", "words", " ");
        assertThat(back.status()).isEqualTo(422);
        assertThat(gao.send("/team/reliefs/" + relief.id().value() + "/say", "version", "2", "words", "辛苦<b>")
                        .next())
                .isEqualTo("/team");
        assertThat(lin.look("/my-record").page()).contains("辛苦&lt;b&gt;", "Said by");
        assertThat(gao.look("/team/" + agent.staff().value()).page())
                .contains("辛苦&lt;b&gt;")
                .doesNotContain("I was insulted");
        assertThat(lin.send("/team/reliefs/" + relief.id().value() + "/say", "version", "3", "words", "x")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void abuse_is_told_with_what_happened_and_comes_back_where_it_is_too_long() throws Exception {
        Contact contact = take(Mood.CALM);
        String path = "/my-record/contacts/" + contact.id().value() + "/abuse";
        assertThat(lin.look("/my-record").page()).contains("action=\"" + path + "\"");
        String much = "长".repeat(2001);
        Browser.Answer back = lin.send(path, "words", much);
        assertThat(back.status()).isEqualTo(422);
        assertThat(back.page()).contains(much);
        assertThat(lin.send(path, "words", "骂人").next()).isEqualTo("/my-record");
        assertThat(lin.look("/my-record").page())
                .contains("You may take a break", "Insulted or threatened")
                .doesNotContain("action=\"" + path + "\"");
        assertThat(gao.send(path, "words", "x").status()).isEqualTo(404);
        assertThat(lin.send("/my-record/contacts/" + UUID.randomUUID() + "/abuse")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whom_a_praise_is_for_is_said_on_its_ticket() throws Exception {
        String sheet = "/tickets/"
                + SomeFailures.about(failures.contact(agent, TicketKind.PRAISE, Mood.PLEASED, "师傅真好"))
                        .value();
        assertThat(lin.look(sheet).page())
                .contains("Nobody has said yet", "员工gao")
                .doesNotContain("<option data-user-content=\"\" value=\""
                        + agent.staff().value());
        lin.send(sheet + "/praise", "staff", agent.staff().value().toString());
        assertThat(lin.look(sheet).page()).contains("Somebody else has to say so");
        assertThat(gao.send(sheet + "/praise", "staff", agent.staff().value().toString())
                        .next())
                .isEqualTo(sheet + "#praise");
        assertThat(gao.look(sheet).page()).contains("The praise stands in their record");
        gao.send(sheet + "/praise", "staff", agent.staff().value().toString());
        assertThat(gao.look(sheet).page()).contains("Somebody has said so already", "员工lin");
        assertThat(lin.look("/my-record").page()).contains(sheet, "Named by");
        assertThat(lin.look("/my-record?lang=zh-CN").page()).contains("做得好的", "批评与属实投诉");
        assertThat(lin.send(sheet + "/praise", "staff", "nobody").next()).isEqualTo(sheet);
    }
}
