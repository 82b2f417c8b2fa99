package org.redress.improve.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Row S5.4 from an upheld complaint to the follow-up of what the review decided, on the pages. */
@RedressIT
@Tag("S5.4")
class QualityIT {

    private static final Pattern DECISION = Pattern.compile("href=\"(/reviews/decisions/[0-9a-f-]{36})\"");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    @Autowired
    SomeComplaints complaints;

    @Autowired
    Offices offices;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Actor agent;
    private Browser lin;
    private Browser gao;
    private Browser shen;
    private Browser wei;

    @BeforeEach
    void open() throws Exception {
        Actor command = offices.found();
        agent = offices.hire(command, Posts.AGENT, "lin");
        lin = Browser.of(web, agent);
        gao = Browser.of(web, offices.hire(command, Posts.HEAD, "gao"));
        shen = Browser.of(web, offices.hireElsewhere(command, Posts.QUALITY, "shen"));
        wei = Browser.of(web, offices.hireElsewhere(command, Posts.GENERAL_MANAGER, "wei"));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), agent.zone());
    }

    /** A day of the week that was so many weeks ago. */
    private LocalDate weeksAgo(int weeks) {
        return today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(weeks);
    }

    private static String first(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        assertThat(found.find()).as(pattern + " in " + page).isTrue();
        return found.group(1);
    }

    private String meeting(LocalDate week) throws Exception {
        String path = shen.send("/reviews", "week", week.toString()).next();
        assertThat(path).startsWith("/reviews/");
        return path;
    }

    private void hold(String meeting) throws Exception {
        String version = first(VERSION, shen.look(meeting).page());
        assertThat(shen.send(meeting + "/hold", "version", version).next()).isEqualTo(meeting);
        assertThat(shen.look(meeting).page()).contains("Held; what lies on the table stays as it is");
    }

    private String card(TicketId ticket) throws Exception {
        assertThat(shen.look("/cards/due").page()).contains("/cards/new?ticket=" + ticket.value());
        String path = shen.send(
                        "/cards",
                        "ticket",
                        ticket.value().toString(),
                        "unit",
                        agent.unit().value().toString(),
                        "staff",
                        agent.staff().value().toString(),
                        "words",
                        "对客户出言不逊")
                .next();
        assertThat(path).startsWith("/cards/");
        return path;
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    @Tag("S8.3")
    void from_an_upheld_complaint_over_the_card_to_what_the_review_decided_and_what_became_of_it() throws Exception {
        complaints.open(agent, "上周的老问题", "枫林镇", midweek(1));
        String card = card(complaints.upheld(agent, "营业员骂人", "rude-staff"));

        String pack = meeting(weeksAgo(2));
        assertThat(shen.look(pack).page()).contains("C-001", "Being heard", "As it stands on");
        hold(pack);
        assertThat(lin.look(card).page()).contains("Your side of it", "对客户出言不逊", "does not count");
        lin.send(card + "/state", "words", "客户先动手");
        wei.send(card + "/decide", "severity", "YELLOW", "words", "查录像属实");
        assertThat(lin.look(card).page()).contains("Decided: it stands", "Ask for another look", "客户先动手");

        // What lay on the table stays, whatever happens afterwards.
        assertThat(shen.look(pack).page()).contains("C-001", "Being heard", "As it lay on the table on");

        assertThat(shen.send(
                                pack + "/decisions",
                                "what",
                                "给全体营业员做一次服务礼仪培训",
                                "owner",
                                agent.staff().value().toString(),
                                "due",
                                today().plusDays(3).toString())
                        .next())
                .isEqualTo(pack);
        String decided = first(DECISION, shen.look(pack).page());
        assertThat(told("task.assigned")).isOne();
        String version = first(VERSION, shen.look(pack).page());
        shen.send(pack + "/minutes", "version", version, "minutes", "会议由质量科主持。");

        String next = meeting(weeksAgo(1));
        assertThat(shen.look(next).page()).contains("给全体营业员做一次服务礼仪培训", "Open", "上周的老问题");
        lin.send(decided + "/report", "version", "1", "outcome", "已培训两批");
        assertThat(shen.look(next).page()).contains("Done", "已培训两批");
        hold(next);

        String chinese = text(pdf(next + "/pack.pdf?lang=zh-CN"));
        assertThat(chinese).contains("投诉评审会", "受理投诉", "D-001", "已培训两批", "已完成", "上周的老问题", "1 / ");
        assertThat(text(pdf(pack + "/pack.pdf?lang=en")))
                .contains("Weekly complaint review", "C-001", "Being heard", "会议由质量科主持。", "1 / ");
        assertThat(shen.look(meeting(today())).page()).contains("100.0% (1 of 1)", "0 notices, 1 yellow, 0 red");
    }

    private Instant midweek(int weeksAgo) {
        return weeksAgo(weeksAgo).plusDays(2).atTime(10, 0).atZone(agent.zone()).toInstant();
    }

    private byte[] pdf(String path) throws Exception {
        return shen.bytes(path);
    }

    private long told(String code) {
        return jdbc.sql("select count(*) from notification.message where bureau = ? and code = ? and address = ?")
                .params(agent.bureau().value(), code, agent.staff().value().toString())
                .query(Long.class)
                .single();
    }

    @Test
    void a_meeting_is_there_once_a_week_and_held_once_its_week_is_over() throws Exception {
        String running = meeting(today());
        assertThat(meeting(today())).isEqualTo(running);
        assertThat(shen.look(running).page())
                .contains("can be held when its week is over")
                .doesNotContain("/hold");
        shen.send(running + "/hold", "version", "1");
        assertThat(shen.look(running).page()).contains("The week is not over yet.", "Being prepared");
        String over = meeting(weeksAgo(1));
        hold(over);
        shen.send(over + "/hold", "version", "1");
        assertThat(shen.look(over).page()).contains("Somebody else was faster.");
        shen.send(over + "/close", "version", "2");
        assertThat(shen.look(over).page()).contains("The meeting is closed");
        shen.send(over + "/minutes", "version", "3", "minutes", "改口");
        assertThat(shen.look(over).page())
                .contains("between the holding and the closing", "Closed")
                .doesNotContain("改口");
        assertThat(shen.look("/reviews").page()).contains(over, running);
    }

    @Test
    void who_may_not_see_a_card_finds_it_on_no_page_and_no_paper() throws Exception {
        String card = card(complaints.upheld(agent, "营业员骂人", "rude-staff"));
        Browser zheng = Browser.of(web, offices.hireElsewhere(offices.found(), Posts.HEAD, "zheng"));
        assertThat(zheng.look(card).status()).isEqualTo(404);
        String pack = meeting(weeksAgo(1));
        assertThat(gao.look(pack).page())
                .contains("Cards are shown to those who may see them.")
                .doesNotContain("C-001");
        assertThat(text(gao.bytes(pack + "/pack.pdf?lang=en")))
                .contains("Cards are shown to those who may see them.")
                .doesNotContain("C-001");
        assertThat(lin.look(pack).status()).isEqualTo(403);
        assertThat(lin.look("/reviews").next()).isEqualTo("/reviews/decisions");
    }
}
