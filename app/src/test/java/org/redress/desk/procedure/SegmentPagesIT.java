package org.redress.desk.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.desk.procedure.Departments.task;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Actors;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.support.Browser;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S5.3")
class SegmentPagesIT {

    @Autowired
    Segments segments;

    @Autowired
    Procedures procedures;

    @Autowired
    Journeys journeys;

    @Autowired
    Tickets tickets;

    @Autowired
    Bureaus bureaus;

    @Autowired
    Staff staff;

    @Autowired
    Actors actors;

    @Autowired
    MockMvc web;

    private Departments all;
    private TicketId ticket;
    private String page;

    @BeforeEach
    void open() {
        all = new Departments(bureaus, staff, actors);
        ticket = all.ticket(tickets);
        page = "/tickets/" + ticket.value();
    }

    private Browser as(Actor person) throws Exception {
        return Browser.of(web, person);
    }

    private String send(Browser browser, Actor to, String owed) throws Exception {
        return browser.send(
                        page + "/segments/send",
                        "unit",
                        to.unit().value().toString(),
                        "name",
                        "查线路",
                        "owed",
                        owed,
                        "amount",
                        "4",
                        "limitUnit",
                        "WORKING_HOURS")
                .next();
    }

    @Test
    void a_matter_is_sent_taken_up_done_and_assessed_on_the_pages() throws Exception {
        Browser lin = as(all.lin);
        assertThat(lin.look(page).page()).contains("No department has been asked yet", "Send to another department");
        assertThat(send(lin, all.he, "<b>现场</b>测试")).isEqualTo(page + "#segments");
        Browser he = as(all.he);
        assertThat(he.look("/segments").page()).contains("&lt;b&gt;现场&lt;/b&gt;测试", page + "#segments");
        assertThat(he.look(page).page()).contains("Take it up", "Return", "Now with Line crew 1");
        String id =
                journeys.look(all.lin, ticket).open().orElseThrow().id().value().toString();
        he.send(page + "/segments/" + id + "/accept");
        assertThat(he.look("/segments?view=ACCEPTED").page()).contains(page + "#segments");
        he.send(page + "/segments/" + id + "/finish", "report", "换了分光箱");
        assertThat(lin.look(page).page()).contains("换了分光箱", "Assess the step before");
        lin.send(page + "/segments/" + id + "/assess", "complete", "yes", "correct", "yes");
        assertThat(lin.look("/segments/league").page()).contains("Line crew 1", "Nothing was returned in this period");
        assertThat(lin.look(page).page()).contains("Done", "Now with whoever answers for it");
    }

    @Test
    void what_was_typed_comes_back_with_its_error_and_a_second_click_sends_once() throws Exception {
        Browser lin = as(all.lin);
        assertThat(send(lin, all.he, "")).isEqualTo(page);
        assertThat(lin.look(page).page()).contains("Something must be written here.", "value=\"查线路\"");
        String key = "0190f0b2-0000-7000-8000-000000000001";
        String[] form = {
            "unit",
            all.he.unit().value().toString(),
            "name",
            "查线路",
            "owed",
            "测试",
            "amount",
            "4",
            "limitUnit",
            "WORKING_HOURS"
        };
        assertThat(lin.sendAgain(key, page + "/segments/send", form).next()).isEqualTo(page + "#segments");
        assertThat(lin.look(page).page()).contains("Sent. The responsibility stays where it is.");
        assertThat(lin.sendAgain(key, page + "/segments/send", form).next()).isEqualTo(page + "#segments");
        assertThat(lin.look(page).page()).contains("Sent. The responsibility stays where it is.");
        assertThat(journeys.look(all.lin, ticket).segments()).hasSize(1);
        assertThat(send(lin, all.fu, "再派一次")).isEqualTo(page);
        assertThat(lin.look(page).page()).contains("A department has it.");
    }

    @Test
    @Tag("S5.2")
    void a_matter_that_was_thrown_about_is_listed_for_decision_and_decided_on_its_page() throws Exception {
        for (int i = 0; i < 2; i++) {
            Segment sent = SegmentsIT.done(segments.send(all.lin, ticket, task(all.he), ""));
            segments.giveBack(all.he, sent.id(), "不归我们");
        }
        Browser gao = as(all.gao);
        assertThat(gao.look("/segments/decisions").page())
                .contains("Returned 2 times between the same two departments.", page + "#segments");
        assertThat(as(all.lin).look(page).page())
                .contains("Somebody who gives out work names the department.")
                .doesNotContain("segments/decide");
        gao.send(page + "/segments/decide", "unit", all.he.unit().value().toString(), "why", "测试数据指向线路");
        assertThat(gao.look("/segments/decisions").page()).contains("Nothing waits for a decision");
        assertThat(as(all.he).look(page).page()).contains("Decided").doesNotContain("/return");
        assertThat(gao.look("/segments/league?days=30").page()).contains("Returned most", page + "#segments");
    }

    @Test
    void a_procedure_is_published_drawn_and_started_on_the_pages() throws Exception {
        Browser shen = as(all.shen);
        String made = shen.send(
                        "/procedures",
                        "kind",
                        "FAULT",
                        "type",
                        "",
                        "area",
                        "",
                        "name",
                        "城区故障",
                        "why",
                        "第一版",
                        "seen",
                        "0",
                        "stageName",
                        "远程测试",
                        "stageUnit",
                        all.zheng.unit().value().toString(),
                        "stagePost",
                        "",
                        "stageOwed",
                        "测端口",
                        "stageAmount",
                        "2",
                        "stageLimit",
                        "WORKING_HOURS",
                        "stageEvidence",
                        "测试单编号",
                        "stageControl",
                        "yes")
                .next();
        assertThat(made).startsWith("/procedures/");
        Browser lin = as(all.lin);
        assertThat(lin.look(page).page()).contains("city · 城区故障", "Start the procedure");
        lin.send(page + "/segments/start", "area", "CITY");
        assertThat(lin.look(made).page()).contains("远程测试", "Network centre", "Control point", "1 ticket here");
        assertThat(lin.look(made + "?place=0").page()).contains(page + "#segments");
        assertThat(lin.look("/procedures").page()).contains("城区故障", "Version 1").doesNotContain("New procedure");
        assertThat(lin.look(made + "/edit").status()).isEqualTo(403);
        assertThat(shen.look(made + "/edit").page()).contains("value=\"远程测试\"");
        assertThat(shen.send("/procedures", "kind", "FAULT", "name", "空的", "why", "试", "seen", "0")
                        .page())
                .contains("At least one step, at most 12.", "value=\"空的\"");
    }

    @Test
    void the_pages_speak_chinese_too() throws Exception {
        procedures.add(all.shen, Departments.draft(List.of(task(all.zheng), task(all.he))));
        journeys.start(all.lin, ticket, Area.CITY);
        Browser lin = as(all.lin);
        assertThat(lin.look(page + "?lang=zh-CN").page()).contains("责任段", "现在在网络中心手里，责任仍在首问责任人。", "待接收");
        assertThat(lin.look("/segments/league?lang=zh-CN").page()).contains("退单排行");
    }
}
