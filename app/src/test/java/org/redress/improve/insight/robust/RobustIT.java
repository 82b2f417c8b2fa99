package org.redress.improve.insight.robust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.procedure.Area;
import org.redress.desk.procedure.Assessment;
import org.redress.desk.procedure.Journeys;
import org.redress.desk.procedure.Procedure;
import org.redress.desk.procedure.ProcedureDraft;
import org.redress.desk.procedure.ProcedureId;
import org.redress.desk.procedure.Procedures;
import org.redress.desk.procedure.Segment;
import org.redress.desk.procedure.SegmentResult;
import org.redress.desk.procedure.Segments;
import org.redress.desk.procedure.Stage;
import org.redress.desk.procedure.StageReckoning;
import org.redress.desk.procedure.Task;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Posts;
import org.redress.ground.rulebook.Limit;
import org.redress.ground.rulebook.Revision;
import org.redress.ground.rulebook.Rulebook;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S8.2")
class RobustIT {

    @Autowired
    MockMvc web;

    @Autowired
    Offices offices;

    @Autowired
    Procedures procedures;

    @Autowired
    Journeys journeys;

    @Autowired
    Segments segments;

    @Autowired
    Tickets tickets;

    @Autowired
    RobustDesigns designs;

    @Autowired
    StageReckoning reckoning;

    @Autowired
    Bureaus bureaus;

    @Autowired
    Rulebook rulebook;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private Actor command;
    private Actor lin;
    private Actor crew;
    private Actor quality;

    @BeforeEach
    void found() {
        command = offices.found();
        lin = offices.hire(command, Posts.AGENT, "2107");
        crew = offices.hireElsewhere(command, Posts.AGENT, "41");
        quality = offices.hire(command, Posts.QUALITY, "31");
    }

    private Task task(String name, Actor to, boolean control) {
        return new Task(name, to.unit(), null, null, "到现场修好", Limit.workingHours(4), "", control);
    }

    private ProcedureDraft draft(Map<Integer, String> failSafe) {
        return new ProcedureDraft(
                TicketKind.FAULT,
                null,
                null,
                "城区故障处理",
                List.of(task("测试", crew, false), task("上门修复", crew, true)),
                "第一版",
                failSafe,
                Map.of(0, "客户不在家，可以改约晚上"));
    }

    private Segment started() {
        Ticket ticket = tickets.open(
                lin, new NewTicket(TicketKind.FAULT, Channel.HOT_LINE, "宽带断了", "三天了没人来", null, null, null, null));
        StepResult step = tickets.step(lin, ticket.id(), ticket.version(), Step.START, null);
        TicketId id = ((StepResult.Done) step).ticket().id();
        return done(journeys.start(lin, id, Area.CITY));
    }

    private static Segment done(SegmentResult result) {
        assertThat(result).isInstanceOf(SegmentResult.Done.class);
        return ((SegmentResult.Done) result).segment();
    }

    private Segment finished(Segment segment) {
        done(segments.accept(crew, segment.id(), null));
        return done(segments.finish(crew, segment.id(), "端口正常", ""));
    }

    @Test
    void figures_of_each_place_lead_to_the_tickets_behind_them() throws Exception {
        ProcedureId id = procedures.add(quality, draft(Map.of(1, "换完要客户在场测速，通不过系统不让办结")));
        Segment inTime = finished(started());
        Segment late = finished(started());
        jdbc.sql("update procedure.segment set in_time = false where bureau = ? and id = ?")
                .params(command.bureau().value(), late.id().value())
                .update();
        Segment returned = started();
        done(segments.giveBack(crew, returned.id(), "不归我们"));
        Segment refused = finished(started());
        done(segments.refuse(lin, refused.id(), new Assessment(false, true, "没写测试值")));
        Segment overdue = started();
        jdbc.sql("update procedure.segment set due_at = now() - interval '1 hour' where bureau = ? and id = ?")
                .params(command.bureau().value(), overdue.id().value())
                .update();

        reckoning.reckon(bureaus.get(command.bureau()));
        Procedure version = designs.version(quality, id, null);
        List<RobustPage.Row> places = designs.places(quality, version);
        RobustPage.Row first = places.getFirst();
        assertThat(first.figures().done()).isEqualTo(2);
        assertThat(first.figures().inTime()).isEqualTo(1);
        assertThat(first.figures().late()).isEqualTo(2);
        assertThat(first.figures().overdue()).isEqualTo(1);
        assertThat(first.figures().returned()).isEqualTo(1);
        assertThat(first.figures().refused()).isEqualTo(1);
        assertThat(first.within()).isEqualTo(Share.of(1, 3));
        assertThat(places.get(1).figures().measured()).isZero();
        assertThat(places.get(1).stage().failSafe()).contains("客户在场测速");
        assertThat(designs.list(quality).getFirst().safe()).isEqualTo(1);
        assertThat(designs.list(quality).getFirst().failures()).isEqualTo(4);

        Browser browser = Browser.of(web, quality);
        String page = "/robust/" + id.value();
        reckoning.reckon(bureaus.get(command.bureau()));
        assertThat(designs.places(quality, version)).as("counted again").isEqualTo(places);
        assertThat(browser.look("/robust").page())
                .contains("counted up to")
                .contains("城区故障处理", "too few to say (1 of 3)", "1 of 1 control points");
        assertThat(browser.look(page).page())
                .contains("上门修复", "Fails safe", "客户在场测速", page + "/0/late?version=1")
                .contains("too few to say (1 of 3)");
        assertBehind(browser, page + "/0/late", late.ticket(), inTime.ticket());
        assertBehind(browser, page + "/0/in-time", inTime.ticket(), late.ticket());
        assertBehind(browser, page + "/0/returned", returned.ticket(), late.ticket());
        assertBehind(browser, page + "/0/refused", refused.ticket(), late.ticket());
        assertBehind(browser, page + "/0/overdue", overdue.ticket(), late.ticket());
        assertThat(browser.look(page + "/0/nonsense").status()).isEqualTo(404);
        assertThat(browser.look(page + "/7/late").status()).isEqualTo(404);
        assertThat(browser.look("/procedures/" + id.value()).page()).contains(page, "客户在场测速");
    }

    @Test
    void what_was_refused_days_later_and_done_again_is_one_piece_of_work() {
        ProcedureId id = procedures.add(quality, draft(Map.of()));
        Segment segment = finished(started());
        jdbc.sql("update procedure.segment set ended_at = ended_at - interval '5 days' where bureau = ? and id = ?")
                .params(command.bureau().value(), segment.id().value())
                .update();
        assertThat(measured(id)).isOne();

        Segment again = done(segments.refuse(lin, segment.id(), new Assessment(false, true, "没写测试值")));
        assertThat(measured(id)).as("in hand again").isZero();
        done(segments.finish(crew, again.id(), "端口正常，测速两百兆", ""));
        assertThat(measured(id)).isOne();
    }

    private long measured(ProcedureId id) {
        reckoning.reckon(bureaus.get(command.bureau()));
        return designs.places(quality, designs.version(quality, id, null))
                .getFirst()
                .figures()
                .measured();
    }

    @Test
    void how_much_of_a_place_is_within_its_limit_is_said_with_its_interval_where_there_is_enough() throws Exception {
        ProcedureId id = procedures.add(quality, draft(Map.of()));
        for (int n = 0; n < 2; n++) {
            Segment late = finished(started());
            jdbc.sql("update procedure.segment set in_time = false where bureau = ? and id = ?")
                    .params(command.bureau().value(), late.id().value())
                    .update();
        }
        finished(started());
        LocalDate today = LocalDate.ofInstant(clock.instant(), command.zone());
        rulebook.revise(quality, new Revision("robust.minimum", "house", BigDecimal.valueOf(3), today, "试点"));
        reckoning.reckon(bureaus.get(command.bureau()));

        Browser browser = Browser.of(web, quality);
        assertThat(browser.look("/robust/" + id.value()).page())
                .contains("33.3% (6.1% to 79.2%; 1 of 3)", "too few to say (0 of 0)");
        assertThat(browser.look("/robust/" + id.value() + "?lang=zh-CN").page()).contains("33.3%", "6.1%", "79.2%");
        assertThat(browser.look("/robust?lang=en").page()).contains("33.3% (6.1% to 79.2%; 1 of 3)");
    }

    private void assertBehind(Browser browser, String path, TicketId there, TicketId notThere) throws Exception {
        String page = browser.look(path + "?version=1").page();
        assertThat(page).contains(tickets.get(quality, there).number().toString());
        assertThat(page).doesNotContain(tickets.get(quality, notThere).number().toString());
    }

    @Test
    void what_is_designed_to_fail_safe_belongs_to_the_version_and_only_to_control_points() {
        ProcedureId id = procedures.add(quality, draft(Map.of()));
        finished(started());
        reckoning.reckon(bureaus.get(command.bureau()));
        procedures.revise(quality, id, 1, draft(Map.of(1, "双人复核")));
        assertThat(procedures.get(quality, id, 1).stages().get(1).failSafe()).isNull();
        assertThat(procedures.get(quality, id, 2).stages().get(1).failSafe()).isEqualTo("双人复核");
        assertThat(designs.places(quality, designs.version(quality, id, 2))
                        .getFirst()
                        .figures()
                        .measured())
                .isZero();
        assertThat(designs.places(quality, designs.version(quality, id, 1))
                        .getFirst()
                        .figures()
                        .measured())
                .isEqualTo(1);
        assertThatThrownBy(() -> procedures.revise(quality, id, 2, draft(Map.of(0, "不是控制点"))))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("procedure.failsafe");
        assertThatThrownBy(() -> procedures.revise(quality, id, 2, draft(Map.of(5, "没有这一步"))))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("procedure.failsafe");
    }

    @Test
    void the_note_is_kept_on_the_form_of_the_procedure() throws Exception {
        ProcedureId id = procedures.add(quality, draft(Map.of(1, "双人复核")));
        Browser browser = Browser.of(web, quality);
        assertThat(browser.look("/procedures/" + id.value() + "/edit").page()).contains("双人复核");
        Browser.Answer sent = browser.send(
                "/procedures/" + id.value(),
                "seen",
                "1",
                "kind",
                "FAULT",
                "name",
                "城区故障处理",
                "why",
                "改一步",
                "stageName",
                "上门修复",
                "stageUnit",
                crew.unit().value().toString(),
                "stagePost",
                "",
                "stageOwed",
                "修好",
                "stageAmount",
                "4",
                "stageLimit",
                "WORKING_HOURS",
                "stageEvidence",
                "",
                "stageControl",
                "yes",
                "stageSafe",
                "测速不过办不了结",
                "stageDiscretion",
                "可以先送备用机");
        assertThat(sent.status()).isEqualTo(303);
        Stage published = procedures.get(quality, id, 2).stages().getFirst();
        assertThat(published.failSafe()).isEqualTo("测速不过办不了结");
        assertThat(published.discretion()).isEqualTo("可以先送备用机");
        assertThat(browser.look("/robust/" + id.value()).page()).contains("May be done otherwise:", "可以先送备用机");
        assertThat(browser.look("/robust/" + id.value() + "?version=1").page()).contains("客户不在家，可以改约晚上");
    }

    @Test
    void an_empty_bureau_says_so_and_another_one_sees_nothing() throws Exception {
        assertThat(Browser.of(web, quality).look("/robust").page()).contains("No procedure yet");
        ProcedureId id = procedures.add(quality, draft(Map.of()));
        Actor stranger = offices.hire(offices.found(), Posts.QUALITY, "9");
        assertThatThrownBy(() -> designs.version(stranger, id, null)).hasMessageContaining("procedure.absent");
        assertThat(designs.list(stranger)).isEmpty();
    }
}
