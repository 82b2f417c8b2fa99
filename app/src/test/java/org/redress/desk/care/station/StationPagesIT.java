package org.redress.desk.care.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.care.preference.NewPreference;
import org.redress.desk.care.preference.Occasion;
import org.redress.desk.care.preference.Origin;
import org.redress.desk.care.preference.PreferenceKind;
import org.redress.desk.care.preference.Preferences;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.CustomerId;
import org.redress.ground.trail.Trail;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S5.5")
class StationPagesIT {

    @Autowired
    MockMvc web;

    @Autowired
    Offices offices;

    @Autowired
    SomeStations some;

    @Autowired
    StationReportLists lists;

    @Autowired
    Preferences preferences;

    @Autowired
    StationPanels panels;

    @Autowired
    Trail trail;

    private Actor command;
    private Actor head;
    private Actor agent;
    private Browser gao;
    private Browser lin;

    @BeforeEach
    void hire() throws Exception {
        command = offices.found();
        head = offices.hire(command, Posts.HEAD, "2001");
        agent = offices.hire(command, Posts.AGENT, "2107");
        gao = Browser.of(web, head);
        lin = Browser.of(web, agent);
    }

    private static String link(String page, String begins) {
        int at = page.indexOf("href=\"" + begins);
        assertThat(at).as("a link to " + begins).isPositive();
        return page.substring(at + 6, page.indexOf('"', at + 6));
    }

    private String[] station(String... more) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                "name", "<b>河东</b>站",
                                "area", "河东营业厅",
                                "keeper", agent.staff().value().toString(),
                                "every", "1",
                                "rhythm", "MONTHS",
                                "starts", some.today(head).toString(),
                                "kind1", "MARK",
                                "zh1", "网络好用吗",
                                "en1", "How good is the network",
                                "kind2", "NO_GOOD",
                                "zh2", "断过线吗",
                                "en2", "Was the line cut off"),
                        java.util.Arrays.stream(more))
                .toArray(String[]::new);
    }

    @Test
    void empty_pages_say_so_in_both_languages() throws Exception {
        assertThat(gao.look("/care").page())
                .contains("There is no such station", "No bad mark waits", "/care/stations/new");
        assertThat(lin.look("/care?lang=zh-CN").page())
                .contains("这里还没有跟踪站", "没有待处理的差评")
                .doesNotContain("/care/stations/new");
        assertThat(lin.look("/care/ask").page()).contains("Nobody is to be asked now");
        assertThat(lin.look("/care/bad?lang=zh-CN").page()).contains("没有待处理的差评");
        assertThat(lin.look("/care/stations/new").status()).isEqualTo(403);
    }

    @Test
    void from_founding_a_station_over_a_member_s_bad_mark_to_the_ticket_that_came_of_it() throws Exception {
        some.customer(agent, 7);
        String path = gao.send("/care/stations", station()).next();
        assertThat(path).startsWith("/care/stations/");
        assertThat(gao.look("/care").page()).contains("Z-001", "&lt;b&gt;河东&lt;/b&gt;站", "Every month");
        assertThat(gao.look(path + "?lang=zh-CN").page()).contains("每1个月一次", "网络好用吗", "还没有客户同意参加");

        String found = lin.look(path + "?q=13911110007").page();
        assertThat(found).contains("139****0007", "Agrees to report");
        CustomerId customer = some.customer(agent, 7);
        assertThat(lin.send(path + "/members", "customer", customer.value().toString(), "agreed", "电话里同意")
                        .next())
                .isEqualTo(path);
        assertThat(lin.look(path).page()).contains("On the panel", "客户7", "电话里同意");
        lin.send(path + "/members", "customer", customer.value().toString());
        assertThat(lin.look(path).page()).contains("reports to this station already");

        String report = link(lin.look("/care/ask").page(), "/care/reports/");
        assertThat(lin.look(report).page()).contains("How good is the network", "1 very bad", "Not reached");
        lin.send(report + "/attempt", "channel", "SMS", "words", "没回短信");
        assertThat(lin.look(report).page()).contains("One attempt", "没回短信");
        assertThat(lin.send(report, "channel", "HOT_LINE", "m1", "1", "words", "=1+1 晚上没信号")
                        .next())
                .isEqualTo(report);
        assertThat(lin.look(report).page()).contains("There are bad marks in this report", "1 of 5", "=1+1 晚上没信号");
        assertThat(lin.look("/care").page()).contains("How good is the network – 1 of 5", "Open");
        assertThat(lin.look("/care/bad").page()).contains("客户7");

        String key = UUID.randomUUID().toString();
        String ticket = lin.sendAgain(key, report + "/ticket").next();
        assertThat(ticket).startsWith("/tickets/");
        assertThat(lin.sendAgain(key, report + "/ticket").next()).isEqualTo(ticket);
        assertThat(lin.look(ticket).page()).contains("From a tracking station", report, "晚上没信号", "Z-001");
        lin.send(report + "/ticket");
        assertThat(lin.look(report).page()).contains("Something has become of this already", ticket);
        assertThat(lin.look("/care/bad").page()).contains("No bad mark waits");
        assertThat(lin.look(path).page()).contains("100.0%", "Too few", ticket);

        String csv = new String(gao.bytes(path + "/reports.csv?lang=en"), StandardCharsets.UTF_8);
        assertThat(csv).contains("Z-001", "'=1+1 晚上没信号", "T-").doesNotContain("13911110007");
        assertThat(lin.look(path + "/reports.csv").status()).isEqualTo(403);
        UUID station = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        assertThat(trail.of(command, "station", station, 20))
                .filteredOn(entry -> entry.deed().equals("station.export"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.staff()).isEqualTo(head.staff());
                    assertThat(entry.detail()).contains("\"rows\": 1");
                });
    }

    @Test
    void what_was_typed_comes_back_with_its_error() throws Exception {
        String[] form = station();
        form[1] = " ";
        Browser.Answer back = gao.send("/care/stations", form);
        assertThat(back.status()).isEqualTo(422);
        assertThat(back.page())
                .contains("Something must be written here.", "value=\"断过线吗\"", "value=\"NO_GOOD\" selected");
        String[] never = station();
        never[7] = "13";
        assertThat(gao.send("/care/stations", never).page()).contains("Give a whole number from 1 to 12.");
        String[] day = station();
        day[11] = "2026-13-01";
        assertThat(gao.send("/care/stations", day).page()).contains("Give a day within a year");

        StationId station = some.found(head, agent);
        panels.join(agent, station, some.customer(agent, 1), "");
        String path = "/care/reports/"
                + lists.owed(agent, station, StationReportLists.AskAfter.START, 1)
                        .getFirst()
                        .id()
                        .value();
        Browser.Answer refused = lin.send(path, "channel", "SMS", "m1", "9", "m2", "1", "words", "说了很多");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page())
                .contains("Choose one of the answers to this question.", ">说了很多</textarea>", "value=\"SMS\" selected")
                .contains("name=\"m2\" value=\"1\" checked");
        assertThat(lin.send(path, "channel", "PIGEON", "m1", "3").status()).isEqualTo(422);
        for (String odd : new String[] {"-999999999-01-01", "+999999999-12-31", "2006-11-30"}) {
            String[] form2 = station();
            form2[11] = odd;
            assertThat(gao.send("/care/stations", form2).status()).as(odd).isEqualTo(422);
            assertThat(lin.send(path, "channel", "SMS", "m1", "3", "reported", odd + "T00:00")
                            .status())
                    .as(odd)
                    .isEqualTo(422);
        }
        assertThat(lin.send(path, "channel", "SMS", "m1", "3", "reported", "gestern")
                        .page())
                .contains("from the beginning of the period until now");
    }

    @Test
    void a_second_click_takes_a_report_once_and_a_colleague_who_comes_second_is_told() throws Exception {
        StationId station = some.found(head, agent);
        panels.join(agent, station, some.customer(agent, 1), "");
        String path = "/care/reports/"
                + lists.owed(agent, station, StationReportLists.AskAfter.START, 1)
                        .getFirst()
                        .id()
                        .value();
        String key = UUID.randomUUID().toString();
        String[] form = {"channel", "HOT_LINE", "m1", "5", "m2", "1", "words", ""};
        assertThat(lin.sendAgain(key, path, form).next()).isEqualTo("/care/ask");
        assertThat(lin.sendAgain(key, path, form).next()).isEqualTo("/care/ask");
        assertThat(gao.send(path, form).next()).isEqualTo(path);
        assertThat(gao.look(path).page()).contains("has been taken meanwhile", "5 of 5");
    }

    @Test
    void what_a_member_wants_us_to_mind_stands_before_the_questions_and_one_comes_back_to_them() throws Exception {
        StationId station = some.found(head, agent);
        CustomerId member = some.customer(agent, 1);
        panels.join(agent, station, member, "");
        preferences.note(agent, member, new NewPreference(PreferenceKind.PACE, "说慢一点", Origin.SEEN), Occasion.NONE);
        String path = "/care/reports/"
                + lists.owed(agent, station, StationReportLists.AskAfter.START, 1)
                        .getFirst()
                        .id()
                        .value();
        String page = lin.look(path).page();
        assertThat(page.indexOf("说慢一点")).isPositive().isLessThan(page.indexOf("How good is the network"));
        String confirm = link(page.replace("action=", "href="), "/customers/" + member.value() + "/preferences/");
        assertThat(lin.send(confirm, "back", path).next()).isEqualTo(path);
        assertThat(lin.send(confirm, "back", path + "/../../x").next()).isEqualTo("/customers/" + member.value());
        assertThat(preferences.steps(agent, member)).hasSize(3);
    }

    @Test
    void questions_are_changed_and_a_station_is_renamed_and_ended_on_its_page() throws Exception {
        StationId station = some.found(head, agent);
        String path = "/care/stations/" + station.value();
        assertThat(gao.look(path + "/questions").page()).contains("value=\"断过线吗\"", "Version 1");
        assertThat(gao.send(path + "/questions", "version", "1", "kind1", "MARK", "zh1", "装机快吗", "en1", "Fast")
                        .next())
                .isEqualTo(path);
        assertThat(gao.look(path).page()).contains("Fast", "from the next period on");
        gao.send(
                path + "/change",
                "version",
                "1",
                "name",
                "旧版",
                "area",
                "x",
                "keeper",
                agent.staff().value().toString());
        assertThat(gao.look(path).page()).contains("Somebody was faster").doesNotContain("旧版");
        gao.send(
                path + "/change",
                "version",
                "2",
                "name",
                "南湖站",
                "area",
                "南湖",
                "keeper",
                head.staff().value().toString());
        assertThat(gao.look(path).page()).contains("南湖站");
        assertThat(gao.send(path + "/end", "version", "3", "why", "").status()).isEqualTo(422);
        gao.send(path + "/end", "version", "3", "why", "并入河东站");
        assertThat(gao.look(path).page()).containsSubsequence("并入河东站", "Questions changed, version", "Founded");
        assertThat(gao.look("/care?view=ended").page()).contains("南湖站");
        assertThat(gao.look(path).page()).contains("Ended").doesNotContain("/change\"");
    }

    @Test
    void a_stranger_sees_no_buttons_and_another_bureau_finds_nothing() throws Exception {
        StationId station = some.found(head, agent);
        panels.join(agent, station, some.customer(agent, 1), "");
        ReportId owed = lists.owed(agent, station, StationReportLists.AskAfter.START, 1)
                .getFirst()
                .id();
        String path = "/care/reports/" + owed.value();
        Browser he = Browser.of(web, offices.hireElsewhere(command, Posts.AGENT, "3101"));
        assertThat(he.look(path).page()).contains("客户1").doesNotContain("Take it");
        assertThat(he.send(path, "channel", "SMS", "m1", "5").status()).isEqualTo(403);
        Browser stranger = Browser.of(web, offices.hire(offices.found(), Posts.HEAD, "1"));
        assertThat(stranger.look(path).status()).isEqualTo(404);
        assertThat(stranger.look("/care/stations/" + station.value()).status()).isEqualTo(404);
    }
}
