package org.redress.improve.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S5.4")
class QualityPagesIT {

    @Autowired
    SomeComplaints complaints;

    @Autowired
    Offices offices;

    @Autowired
    MockMvc web;

    @Autowired
    Clock clock;

    private Actor agent;
    private Browser lin;
    private Browser gao;
    private Browser shen;

    @BeforeEach
    void open() throws Exception {
        Actor command = offices.found();
        agent = offices.hire(command, Posts.AGENT, "lin");
        lin = Browser.of(web, agent);
        gao = Browser.of(web, offices.hire(command, Posts.HEAD, "gao"));
        shen = Browser.of(web, offices.hireElsewhere(command, Posts.QUALITY, "shen"));
    }

    private static String link(String page, String begins) {
        int at = page.indexOf("href=\"" + begins);
        return page.substring(at + 6, page.indexOf('"', at + 6));
    }

    @Test
    void empty_pages_say_so_in_both_languages() throws Exception {
        assertThat(gao.look("/hot").page()).contains("Nothing is hot", "hot.window");
        assertThat(gao.look("/hot?view=cooled&lang=zh-CN").page()).contains("还没有出现过热点");
        assertThat(gao.look("/cards").page())
                .contains("No card waits for anybody")
                .doesNotContain("/cards/due");
        assertThat(shen.look("/cards/due?lang=zh-CN").page()).contains("属实投诉都看过了");
        assertThat(gao.look("/reviews").page())
                .contains("No meeting has been prepared yet")
                .doesNotContain("name=\"week\"");
        assertThat(shen.look("/reviews?lang=zh-CN").page()).contains("还没有准备过会议", "name=\"week\"");
        assertThat(lin.look("/reviews/decisions?lang=zh-CN").page()).contains("这里没有决定");
    }

    @Test
    void a_hot_matter_is_looked_for_opened_line_by_line_and_taken_in_hand() throws Exception {
        complaints.several(agent, 6, "<b>枫林</b>镇", "no-service", null);
        assertThat(gao.send("/hot/look").next()).isEqualTo("/hot");
        String list = gao.look("/hot").page();
        assertThat(list).contains("&lt;b&gt;枫林&lt;/b&gt;镇", "Nobody yet");
        String hot = link(list, "/hot/");
        assertThat(gao.look(hot).page()).contains("(0 + 0.5) ÷ 8 = 0.06", "or more where 0.06 are expected", "投诉5");
        assertThat(gao.send(hot + "/dismiss", "words", "").status()).isEqualTo(422);
        assertThat(lin.send(hot + "/acknowledge", "words", "我来").status()).isEqualTo(403);
        assertThat(gao.send(hot + "/acknowledge", "words", "线路一班今天去查").next()).isEqualTo(hot);
        assertThat(gao.look(hot + "?lang=zh-CN").page()).contains("线路一班今天去查", "已过问");
    }

    @Test
    void what_was_typed_comes_back_with_its_error() throws Exception {
        TicketId ticket = complaints.upheld(agent, "营业员骂人", "rude-staff");
        Browser.Answer back = shen.send(
                "/cards",
                "ticket",
                ticket.value().toString(),
                "unit",
                agent.unit().value().toString(),
                "staff",
                agent.staff().value().toString(),
                "words",
                " ");
        assertThat(back.status()).isEqualTo(422);
        assertThat(back.page())
                .contains(
                        "Something must be written here.",
                        "value=\"" + agent.staff().value() + "\" selected");
        String meeting = shen.send("/reviews", "week", "2026-13-01").page();
        assertThat(meeting).contains("Give a day, for example", "2026-13-01");
    }

    @Test
    void a_second_click_decides_once() throws Exception {
        LocalDate today = LocalDate.ofInstant(clock.instant(), agent.zone());
        String meeting =
                shen.send("/reviews", "week", today.minusWeeks(1).toString()).next();
        shen.send(meeting + "/hold", "version", "1");
        String key = "0190f0b2-0000-7000-8000-000000000004";
        String[] form = {"what", "查清原因", "owner", agent.staff().value().toString(), "due", today.toString()};
        shen.sendAgain(key, meeting + "/decisions", form);
        shen.sendAgain(key, meeting + "/decisions", form);
        assertThat(shen.look(meeting).page()).contains("D-001").doesNotContain("D-002");
        assertThat(shen.send(
                                meeting + "/decisions",
                                "what",
                                "晚了",
                                "owner",
                                agent.staff().value().toString(),
                                "due",
                                "2020-01-01")
                        .page())
                .contains("Give a day from today on", "晚了");
        String decision = link(shen.look(meeting).page(), "/reviews/decisions/");
        assertThat(gao.send(decision + "/report", "version", "1", "outcome", "好了")
                        .status())
                .isEqualTo(403);
        assertThat(shen.send(decision + "/drop", "version", "1", "outcome", "并入另一项")
                        .next())
                .isEqualTo(decision);
        assertThat(lin.look("/reviews/decisions?view=ended").page()).contains("并入另一项", "Dropped");
    }
}
