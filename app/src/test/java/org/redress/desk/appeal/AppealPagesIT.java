package org.redress.desk.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.appeal.chain.Appeal;
import org.redress.desk.appeal.chain.AppealId;
import org.redress.desk.appeal.chain.AppealStep;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S5.1")
class AppealPagesIT {

    @Autowired
    SomeAppeals some;

    @Autowired
    Offices offices;

    @Autowired
    MockMvc web;

    private Actor command;
    private Actor agent;
    private Browser lin;

    @BeforeEach
    void open() throws Exception {
        command = offices.found();
        agent = offices.hire(command, Posts.AGENT, "lin");
        lin = Browser.of(web, agent);
    }

    private String[] form(String... others) {
        String today = some.today(agent).toString();
        return Stream.concat(
                        Arrays.stream(others),
                        Stream.of(
                                "reference",
                                "赣申诉1",
                                "receivedOn",
                                today,
                                "appellant",
                                "<i>周敏</i>",
                                "reach",
                                "13812342046",
                                "dispute",
                                "FEES",
                                "first",
                                "UNSATISFACTORY",
                                "complainedOn",
                                today,
                                "matter",
                                "<b>多收</b>话费",
                                "claim",
                                "退款"))
                .toArray(String[]::new);
    }

    @Test
    void empty_pages_say_so_in_both_languages() throws Exception {
        assertThat(lin.look("/appeals").page()).contains("No appeal is under way", "/appeals/new");
        assertThat(lin.look("/appeals?ended=true&lang=zh-CN").page()).contains("还没有办结的申诉");
        assertThat(lin.look("/dispatches?lang=zh-CN").page()).contains("没有在办的派单");
        assertThat(lin.look("/dispatches?closed=true").page()).contains("No dispatch has been closed yet");
        assertThat(lin.look("/appeals/report?period=2026-11").page())
                .contains("Too few", "2026-10", "2026-12", "None was refused")
                .doesNotContain("export.csv");
        assertThat(lin.look("/desk").page()).contains("href=\"/appeals\"");
    }

    @Test
    void an_appeal_is_recorded_checked_line_by_line_and_drawn_as_a_chain() throws Exception {
        String today = some.today(agent).toString();
        String path = lin.send(
                        "/appeals",
                        form("occurredOn", some.today(agent).minusMonths(8).toString()))
                .next();

        assertThat(path).startsWith("/appeals/");
        String page = lin.look(path).page();
        assertThat(page)
                .contains(
                        "&lt;i&gt;周敏&lt;/i&gt;",
                        "&lt;b&gt;多收&lt;/b&gt;话费",
                        "It happened too long ago",
                        "article 11 (1)",
                        "/rules/appeal.refuse.fees",
                        "Waits to be accepted or refused",
                        "name=\"why-RECENT\" checked",
                        "multipart/form-data")
                .contains("138****2046")
                .doesNotContain("name=\"why-IDENTITY\" checked", "13812342046");
        assertThat(lin.look("/appeals").page()).contains("A-0001", today.substring(0, 4));
        assertThat(lin.send(path + "/accept", "version", "1", "words", "").status())
                .isEqualTo(422);
        Browser.Answer unnamed = lin.send(path + "/refuse", "version", "1", "words", "超期");
        assertThat(unnamed.status()).isEqualTo(422);
        assertThat(unnamed.page()).contains("Choose one of those that are offered", "超期");
        assertThat(lin.send(path + "/refuse", "version", "1", "words", "超期", "why-RECENT", "on")
                        .next())
                .isEqualTo(path);
        assertThat(lin.look(path + "?lang=zh-CN").page()).contains("不予受理", "超过申诉期限", "超期");
        assertThat(lin.look("/appeals?ended=true").page()).contains("A-0001", "Not accepted");
    }

    @Test
    void what_was_typed_comes_back_with_its_error() throws Exception {
        Browser.Answer back = lin.send("/appeals", form("occurredOn", "昨天", "elsewhere", "on"));

        assertThat(back.status()).isEqualTo(422);
        assertThat(back.page())
                .contains("Give a day, for example", "value=\"昨天\"", "id=\"f-occurredOn-e\"")
                .contains("&lt;b&gt;多收&lt;/b&gt;话费", "name=\"elsewhere\" checked");
        assertThat(lin.send("/appeals", form("occurredOn", "2026-11-01", "ticket", "T-1"))
                        .page())
                .contains("This is no ticket number");
        Browser.Answer ancient = lin.send("/appeals", form("occurredOn", "-999999999-01-01"));
        assertThat(ancient.status()).isEqualTo(422);
        assertThat(ancient.page()).contains("more than 20 years ago", "id=\"f-occurredOn-e\"");
        Browser.Answer slip = lin.send("/appeals", form("receivedOn", "2006-11-30", "occurredOn", "2006-11-01"));
        assertThat(slip.status()).isEqualTo(422);
        assertThat(slip.page()).contains("within a year after it was made", "id=\"f-receivedOn-e\"");
        for (String period : new String[] {"2026-99", "0000-01", "0001-Q1", "9999-12", "9999-Q4"}) {
            assertThat(lin.look("/appeals/report?period=" + period).status())
                    .as(period)
                    .isEqualTo(422);
        }
        assertThat(lin.look("/appeals/report?period=1970-Q1").status()).isEqualTo(200);
        assertThat(lin.look("/appeals/report?period=9998-12").status()).isEqualTo(200);
        assertThat(lin.look("/appeals/report/list?period=2026-11&figure=DROP").status())
                .isEqualTo(422);
        assertThat(lin.look("/appeals/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(lin.look("/appeals/nonsense").status()).isEqualTo(400);
    }

    @Test
    void a_second_click_records_one_appeal() throws Exception {
        String key = UUID.randomUUID().toString();
        String[] form = form("occurredOn", some.today(agent).toString());

        String first = lin.sendAgain(key, "/appeals", form).next();

        assertThat(lin.sendAgain(key, "/appeals", form).next()).isEqualTo(first);
        assertThat(lin.look("/appeals").page()).contains("A-0001").doesNotContain("A-0002");
    }

    @Test
    void a_reply_asks_for_evidence_and_the_ticket_shows_the_chain() throws Exception {
        Appeal appeal = some.along(agent, some.received(agent), AppealStep.ACCEPT, AppealStep.FORWARD);
        String path = "/appeals/" + appeal.id().value();
        String version = Integer.toString(appeal.version());

        assertThat(lin.look(path).page()).contains("A reply needs evidence", "The reply", "id=\"f-reply\"");
        assertThat(lin.send(path + "/reply", "version", version, "words", "已核实").next())
                .isEqualTo(path);
        assertThat(lin.look(path).page()).contains("Forwarded to us");
        some.evidence(agent, new AppealId(appeal.id().value()));
        lin.send(path + "/reply", "version", version, "words", "已核实退费");
        assertThat(lin.look(path).page()).contains("已核实退费", "核查记录.pdf", "Waits for mediation or a decision");
        assertThat(lin.look("/tickets/" + appeal.ticket().value() + "?lang=zh-CN")
                        .page())
                .contains("id=\"appeals\"", appeal.spoken(), "等待调解或处理决定", "已核实退费");
        assertThat(lin.send(path + "/decide", "version", version, "words", "支持").next())
                .isEqualTo(path);
        assertThat(lin.look(path).page()).doesNotContain("支持");
    }

    @Test
    void a_dispatch_is_recorded_signed_for_answered_and_visited() throws Exception {
        String path = lin.send(
                        "/dispatches",
                        "number",
                        "NC<12345>01",
                        "urgency",
                        "URGENT",
                        "name",
                        "周敏",
                        "phone",
                        "13812342046",
                        "kind",
                        "COMPLAINT",
                        "mood",
                        "ANGRY",
                        "words",
                        "断网三天")
                .next();

        assertThat(path).startsWith("/dispatches/");
        assertThat(lin.look("/dispatches").page()).contains("NC&lt;12345&gt;01", "Urgent", "To be signed for");
        assertThat(lin.send(path + "/sign", "version", "1").next()).isEqualTo(path);
        assertThat(lin.send(path + "/answer", "version", "2", "words", "").status())
                .isEqualTo(422);
        lin.send(path + "/answer", "version", "2", "words", "已修复");
        lin.send(path + "/visit", "version", "3", "heard", "UNSATISFIED", "words", "还是慢");
        assertThat(lin.look(path + "?lang=zh-CN").page()).contains("退回重办", "还是慢", "回复12345");
        lin.send(path + "/answer", "version", "4", "words", "换了光猫");
        lin.send(path + "/visit", "version", "5", "heard", "SATISFIED", "words", "");
        assertThat(lin.look("/dispatches?closed=true").page()).contains("Satisfied");
        assertThat(lin.send(
                                "/dispatches",
                                "number",
                                "2",
                                "urgency",
                                "SOON",
                                "kind",
                                "COMPLAINT",
                                "mood",
                                "CALM",
                                "words",
                                "x")
                        .page())
                .contains("Choose one of those that are offered");
    }

    @Test
    void the_report_links_each_number_and_goes_out_as_a_file_where_that_is_allowed() throws Exception {
        some.received(agent);
        Browser gao = Browser.of(web, offices.hire(command, Posts.HEAD, "gao"));
        String period = some.today(agent).toString().substring(0, 7);

        String page = gao.look("/appeals/report?period=" + period).page();

        assertThat(page)
                .contains(
                        "/appeals/report/list?period=" + period + "&amp;figure=RECEIVED",
                        "Replies given within the limit",
                        "export.csv?period=" + period);
        assertThat(gao.look("/appeals/report/list?period=" + period + "&figure=RECEIVED")
                        .page())
                .contains("A-0001", "Appeals received");
        assertThat(new String(gao.bytes("/appeals/report/export.csv?period=" + period), StandardCharsets.UTF_8))
                .contains("收到申诉,1", "申诉 响应率");
        assertThat(new String(gao.bytes("/appeals/report/export.xlsx?period=" + period), StandardCharsets.ISO_8859_1))
                .startsWith("PK");
        assertThat(new String(
                        gao.bytes("/appeals/report/print.pdf?lang=en&period=" + period), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
        assertThat(lin.look("/appeals/report/export.csv?period=" + period).status())
                .isEqualTo(403);
        assertThat(lin.look("/appeals/report/print.pdf?period=" + period).status())
                .isEqualTo(403);
    }

    @Test
    void strangers_find_nothing() throws Exception {
        Appeal appeal = some.received(agent);
        Browser elsewhere = Browser.of(web, offices.hireElsewhere(command, Posts.AGENT, "2"));
        Browser stranger = Browser.of(web, offices.hire(offices.found(), Posts.HEAD, "3"));
        String path = "/appeals/" + appeal.id().value();

        for (Browser one : new Browser[] {elsewhere, stranger}) {
            assertThat(one.look(path).status()).isEqualTo(404);
            assertThat(one.send(path + "/withdraw", "version", "1", "words", "x")
                            .status())
                    .isEqualTo(404);
            assertThat(one.look("/appeals").page()).doesNotContain("A-0001");
        }
        assertThat(elsewhere.look("/tickets/" + appeal.ticket().value()).page()).doesNotContain("A-0001");
    }
}
