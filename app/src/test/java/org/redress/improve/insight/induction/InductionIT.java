package org.redress.improve.insight.induction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.procedure.ProcedureDraft;
import org.redress.desk.procedure.ProcedureId;
import org.redress.desk.procedure.Procedures;
import org.redress.desk.procedure.Task;
import org.redress.desk.ticket.TicketKind;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.rulebook.Limit;
import org.redress.improve.insight.Cause;
import org.redress.improve.insight.Causes;
import org.redress.improve.insight.Prevention;
import org.redress.improve.insight.PreventionId;
import org.redress.improve.insight.Preventions;
import org.redress.improve.insight.cases.SomeCases;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S7.5")
@Tag("S8.1")
class InductionIT {

    private static final List<String> WET = List.of(
            "一下雨宽带就断，师傅说分光箱进水",
            "下雨天断网，分光箱里全是水",
            "分光箱进水导致宽带断线，一下雨就这样",
            "每次下雨都断网，分光箱进水没人修",
            "宽带断了，来人看说分光箱进水",
            "雨天断网，分光箱进水老问题");
    private static final List<String> ROAMING = List.of(
            "出境三天扣了漫游费，没人说要另外开通流量包", "出国回来一看漫游费好几百，流量包没生效", "漫游费太高，出境前问过说有流量包", "出境漫游流量包没有开通就扣漫游费", "国外漫游费乱扣，流量包说好的没有");

    @Autowired
    MockMvc web;

    @Autowired
    Offices offices;

    @Autowired
    Induction induction;

    @Autowired
    SomeCases cases;

    @Autowired
    Causes causes;

    @Autowired
    Preventions preventions;

    @Autowired
    Procedures procedures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Actor command;
    private Actor quality;
    private Cause wet;
    private Cause roaming;

    @BeforeEach
    void found() {
        command = offices.found();
        quality = offices.hire(command, Posts.QUALITY, "31");
        wet = cause("line.splitter");
        roaming = cause("billing.roaming");
    }

    private Cause cause(String code) {
        return causes.tree(quality).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private void happened() {
        cases.add(command, WET, wet.id(), "枫林路", clock.instant());
        cases.add(command, ROAMING, roaming.id(), "", clock.instant());
        cases.add(command, List.of("营业厅排队四十多分钟只开一个窗口"), cause("process.queue").id(), "城北区", clock.instant());
    }

    private Cluster largest() {
        return induction.list(quality, false, null, 10).getFirst();
    }

    @Test
    void cases_with_a_common_cause_are_found_named_and_counted_by_week() {
        happened();
        induction.look(command);
        List<Cluster> found = induction.list(quality, false, null, 10);
        assertThat(found).hasSize(2);
        Cluster first = found.getFirst();
        assertThat(first.cases()).isEqualTo(6);
        assertThat(first.words()).anyMatch(word -> word.contains("分光箱"));
        assertThat(first.cause()).isEqualTo(wet.id());
        assertThat(first.causeCases()).isEqualTo(6);
        assertThat(first.place()).isEqualTo("枫林路");
        assertThat(first.type()).isEqualTo("no-service");
        assertThat(first.growth()).hasSize(12);
        assertThat(first.recent()).isEqualTo(6);
        assertThat(first.before()).isZero();
        assertThat(found.get(1).words()).anyMatch(word -> word.contains("漫游"));
        assertThat(found.get(1).place()).isEmpty();
        assertThat(induction.refresh(command)).isFalse();
    }

    @Test
    void weeks_are_those_in_which_cases_were_closed_so_that_the_last_ones_are_not_low_by_themselves() {
        happened();
        jdbc.sql("update insight.recovery_case set received_at = received_at - interval '60 days' where bureau = ?")
                .param(command.bureau().value())
                .update();
        induction.look(command);
        assertThat(largest().recent()).isEqualTo(6);
        assertThat(largest().compared()).isTrue();
    }

    @Test
    void where_there_are_too_many_only_weeks_are_drawn_of_which_all_were_looked_at() throws Exception {
        cases.add(command, WET, wet.id(), "枫林路", clock.instant());
        induction.look(command, 5);
        assertThat(largest().cases()).isEqualTo(5);
        assertThat(largest().growth()).hasSize(1);
        assertThat(largest().compared()).isFalse();
        Browser browser = Browser.of(web, quality);
        assertThat(browser.look("/clusters").page()).contains("only those closed since");
        assertThat(browser.look("/clusters/" + largest().id().value()).page())
                .contains("5 closed in the last week", "nothing is compared");
        induction.look(command);
        assertThat(browser.look("/clusters").page()).doesNotContain("only those closed since");
        assertThat(largest().growth()).hasSize(12);
    }

    @Test
    void a_cluster_keeps_its_id_as_it_grows_and_looking_twice_changes_nothing() {
        happened();
        induction.look(command);
        List<Cluster> first = induction.list(quality, false, null, 10);
        induction.look(command);
        assertThat(induction.list(quality, false, null, 10)).isEqualTo(first);
        cases.add(command, List.of("又下雨断网了，分光箱进水"), wet.id(), "枫林路", clock.instant());
        induction.look(command);
        assertThat(largest().id()).isEqualTo(first.getFirst().id());
        assertThat(largest().cases()).isEqualTo(7);
    }

    @Test
    void what_is_put_aside_stays_aside_until_it_has_grown_by_the_rule() {
        happened();
        induction.look(command);
        Cluster cluster = largest();
        assertThatThrownBy(() -> induction.dismiss(quality, cluster.id(), cluster.version(), " "))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("cluster.why");
        assertThat(induction.dismiss(quality, cluster.id(), cluster.version(), "整改已排期"))
                .isInstanceOf(ClusterResult.Done.class);
        assertThat(induction.dismiss(quality, cluster.id(), cluster.version(), "再来一次"))
                .isEqualTo(new ClusterResult.Refused("cluster.aside"));
        assertThat(induction.restore(quality, cluster.id(), cluster.version())).isInstanceOf(ClusterResult.Stale.class);

        cases.add(command, WET.subList(0, 2), wet.id(), "枫林路", clock.instant());
        induction.look(command);
        assertThat(induction.get(quality, cluster.id()).dismissed()).isTrue();
        assertThat(induction.list(quality, false, null, 10))
                .extracting(Cluster::id)
                .doesNotContain(cluster.id());

        cases.add(command, List.of("大雨断网，分光箱进水"), wet.id(), "枫林路", clock.instant());
        induction.look(command);
        Cluster grown = induction.get(quality, cluster.id());
        assertThat(grown.cases()).isEqualTo(9);
        assertThat(grown.dismissed()).isFalse();
        assertThat(induction.steps(quality, cluster.id()))
                .extracting(ClusterStep::what)
                .containsExactly("grown", "dismiss");
    }

    @Test
    void a_cluster_is_proposed_as_an_action_with_the_segment_to_change() throws Exception {
        happened();
        induction.look(command);
        ProcedureId procedure = procedures.add(
                quality,
                new ProcedureDraft(
                        TicketKind.FAULT,
                        null,
                        null,
                        "城区故障处理",
                        List.of(new Task("上门修复", quality.unit(), null, null, "修好", Limit.workingHours(4), "", true)),
                        "第一版"));
        Browser browser = Browser.of(web, quality);
        String page = browser.look("/clusters").page();
        assertThat(page).contains("分光箱", "r-spark");
        String cluster = "/clusters/" + largest().id().value();
        String shown = browser.look(cluster).page();
        assertThat(shown).contains("Propose an action", "分光箱", "(6 of 6)");
        String form = browser.look("/actions/new?cluster=" + largest().id().value() + "&cause="
                        + wet.id().value() + "&what=x&measure=y")
                .page();
        assertThat(form)
                .contains(
                        "城区故障处理: 上门修复 (control point)",
                        "Standard: ",
                        largest().id().value().toString());

        String target = "segment:" + procedure.value() + ":1:0";
        Browser.Answer opened = browser.send(
                "/actions",
                "cause",
                wet.id().value().toString(),
                "what",
                "分光箱换防水型",
                "measure",
                "每千户件数",
                "owner",
                quality.staff().value().toString(),
                "due",
                LocalDate.ofInstant(clock.instant(), quality.zone()).plusDays(9).toString(),
                "cluster",
                largest().id().value().toString(),
                "changes",
                target);
        assertThat(opened.status()).isEqualTo(303);
        Prevention action =
                preventions.ofCluster(quality, largest().id().value()).getFirst();
        assertThat(action.changes()).isEqualTo(target);
        assertThat(browser.look(opened.next()).page()).contains("城区故障处理: 上门修复", cluster);
        assertThat(browser.look(cluster).page()).contains("A-001", "分光箱换防水型");
        assertThat(browser.send("/actions", "cause", wet.id().value().toString(), "changes", "segment:1:2:3")
                        .status())
                .isEqualTo(422);
        assertThat(browser.send(cluster + "/dismiss", "version", "1", "why", "").status())
                .isEqualTo(422);
        assertThat(browser.send(cluster + "/dismiss", "version", "1", "why", "已排期")
                        .next())
                .isEqualTo(cluster);
        assertThat(browser.look("/clusters?dismissed=true").page()).contains(cluster);
    }

    @Test
    void a_standard_that_an_action_is_to_change_is_kept_shown_and_chosen_again() throws Exception {
        String target = "standard:complaint.reply";
        Browser browser = Browser.of(web, quality);
        Browser.Answer opened = browser.send(
                "/actions",
                "cause",
                wet.id().value().toString(),
                "what",
                "答复时限缩短",
                "measure",
                "每千户件数",
                "owner",
                quality.staff().value().toString(),
                "due",
                LocalDate.ofInstant(clock.instant(), quality.zone()).plusDays(9).toString(),
                "changes",
                target);
        assertThat(opened.status()).isEqualTo(303);
        String id = opened.next().replaceAll(".*/|[?#].*", "");
        assertThat(preventions
                        .get(quality, new PreventionId(UUID.fromString(id)))
                        .changes())
                .isEqualTo(target);
        assertThat(browser.look(opened.next()).page()).contains("Standard: ", "/rules/complaint.reply");
        assertThat(browser.look("/actions/" + id + "/edit").page()).contains("value=\"" + target + "\" selected");
        assertThat(browser.send("/actions", "cause", wet.id().value().toString(), "changes", "standard:No Such")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void who_may_only_read_decides_nothing_and_other_bureaus_see_nothing() {
        happened();
        induction.look(command);
        Cluster cluster = largest();
        Actor agent = offices.hire(command, Posts.AGENT, "9");
        assertThatThrownBy(() -> induction.dismiss(agent, cluster.id(), 1, "x")).hasMessageContaining("access.denied");
        assertThatThrownBy(() -> induction.look(agent)).hasMessageContaining("access.denied");
        Actor stranger = offices.hire(offices.found(), Posts.QUALITY, "9");
        assertThat(induction.list(stranger, false, null, 10)).isEmpty();
        assertThatThrownBy(() -> induction.get(stranger, cluster.id())).hasMessageContaining("cluster.absent");
    }

    @Test
    void a_list_of_members_goes_on_where_it_stopped() {
        List<String> many = new ArrayList<>();
        IntStream.range(0, 40).forEach(i -> many.add("下雨断网，分光箱进水，第" + "一二三四五六七八九十".charAt(i % 10) + "次"));
        cases.add(command, many, wet.id(), "枫林路", clock.instant());
        induction.look(command);
        Cluster cluster = largest();
        List<ClusterRows.Member> first = induction.members(
                quality, cluster.id(), clock.instant().plusSeconds(9), new java.util.UUID(-1, -1), 25);
        List<ClusterRows.Member> rest = induction.members(
                quality,
                cluster.id(),
                first.getLast().closedAt(),
                first.getLast().ticket().value(),
                25);
        assertThat(first).hasSize(25);
        assertThat(rest).hasSize(15).doesNotContainAnyElementsOf(first);
    }
}
