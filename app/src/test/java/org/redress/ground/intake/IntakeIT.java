package org.redress.ground.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.intake.Mapping.Choice;
import org.redress.ground.intake.Mapping.DateDecision;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.redress.support.SharedData;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RedressIT
class IntakeIT {

    @Autowired
    Intake intake;

    @Autowired
    IntakeRuns intakeRuns;

    @Autowired
    Runner runner;

    @Autowired
    RunStore runs;

    @Autowired
    LedgerTarget ledger;

    @Autowired
    Offices offices;

    @Autowired
    JdbcTemplate jdbc;

    private Actor actor;

    @BeforeEach
    void found() {
        actor = offices.found();
    }

    @AfterEach
    void live() {
        ledger.dieAfter(Integer.MAX_VALUE);
        ledger.forget(false);
    }

    private FileId receive(String name, String text) {
        return intake.receive(actor, name, "ledger", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private FileId receive(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return intake.receive(actor, file.getFileName().toString(), "ledger", in);
        }
    }

    private Run write(FileId file) {
        return intakeRuns.runNow(actor, file, Run.Kind.WRITE, run -> {});
    }

    private Run attempt(FileId file) {
        return intakeRuns.runNow(actor, file, Run.Kind.TRIAL, run -> {});
    }

    private void source(FileId id, String source) {
        StoredFile file = intake.file(actor, id);
        intake.settle(actor, id, file.version(), source, file.mapping());
    }

    private void decide(FileId id, Choice choice) {
        StoredFile file = intake.file(actor, id);
        Mapping mapping = new Mapping(
                file.mapping().uses(),
                Map.of("received", new DateDecision(choice, -1)),
                file.mapping().codes());
        intake.settle(actor, id, file.version(), file.source(), mapping);
    }

    private List<Map<String, @Nullable Object>> stored() {
        return jdbc.queryForList(
                "select source, number, state, text, received from test_ledger where bureau = ? order by number, id",
                actor.bureau().value());
    }

    private static void outcome(Run run, long created, long updated, long unchanged, long rejected) {
        assertThat(run.failure()).isNull();
        assertThat(run.state()).isEqualTo(Run.State.DONE);
        assertThat(List.of(run.created(), run.updated(), run.unchanged(), run.rejected()))
                .containsExactly(created, updated, unchanged, rejected);
        assertThat(run.total()).isEqualTo(created + updated + unchanged + rejected);
    }

    private static final String THREE = "编号,受理日期,处理状态,内容\n1,2026-10-03,待处理,断网\n2,2026-10-04,待处理,漫游费\n3,昨天,待处理,短信\n";

    @Test
    void a_trial_says_what_a_run_then_does_and_writes_nothing() {
        FileId file = receive("a.csv", THREE);

        outcome(attempt(file), 2, 0, 0, 1);
        assertThat(stored()).isEmpty();
        outcome(write(file), 2, 0, 0, 1);
        assertThat(stored()).extracting(row -> row.get("number")).containsExactly("1", "2");
    }

    /** Snipe-IT #1614: a second click imported twice. */
    @Test
    void the_same_file_again_changes_nothing_and_says_so() {
        FileId first = receive("a.csv", THREE);
        write(first);
        FileId again = receive("renamed.csv", THREE);

        assertThat(again).isEqualTo(first);
        outcome(attempt(again), 0, 0, 2, 1);
        outcome(write(again), 0, 0, 2, 1);
        assertThat(stored()).hasSize(2);
    }

    @Test
    void a_row_that_says_something_new_updates_and_a_row_without_number_is_known_by_its_words() {
        FileId first = receive("a.csv", "编号,受理日期,内容\n1,2026-10-03,断网\n,2026-10-04,漫游费\n");
        outcome(write(first), 2, 0, 0, 0);
        FileId second = receive("b.csv", "编号,受理日期,内容\n1,2026-10-03,又断网\n,2026-10-04,漫游费\n,2026-10-04,漫游费\n");

        assertThat(intake.file(actor, second).source())
                .as("as the earlier file")
                .isEqualTo("a");
        outcome(attempt(second), 0, 1, 2, 0);
        source(second, "a");
        outcome(write(second), 0, 1, 2, 0);
    }

    @Test
    void a_number_means_something_within_its_source_only() {
        write(receive("a.csv", THREE));
        FileId other = receive("b.csv", THREE + "4,2026-10-05,待处理,固话\n");
        source(other, "another ledger");

        outcome(write(other), 3, 0, 0, 1);
    }

    @Test
    void an_incident_log_of_many_rows_for_one_number_comes_out_the_same_twice() throws IOException {
        FileId file = receive(SharedData.file("incident_uci_first6k.csv"));
        StoredFile stored = intake.file(actor, file);
        intake.settle(
                actor,
                file,
                stored.version(),
                "servicenow",
                new Mapping(
                        stored.mapping().uses(),
                        Map.of(),
                        Map.of(
                                "state",
                                Map.of(
                                        "awaitinguserinfo", "pending",
                                        "awaitingvendor", "pending",
                                        "awaitingproblem", "pending"))));
        Run tried = attempt(file);
        Run run = write(file);

        assertThat(run.state()).isEqualTo(Run.State.DONE);
        assertThat(run.rejected()).as("nobody said what Awaiting Evidence is").isEqualTo(2);
        assertThat(run.created()).isEqualTo(891);
        assertThat(run.accounted()).isTrue();
        assertThat(List.of(tried.created(), tried.updated(), tried.unchanged(), tried.rejected()))
                .containsExactly(run.created(), run.updated(), run.unchanged(), run.rejected());
        assertThat(intakeRuns.reasons(actor, run.id()))
                .containsExactly(new Reason(Fault.of("code.unknown", "state", "Awaiting Evidence"), 2));
        List<Map<String, @Nullable Object>> before = stored();
        outcome(write(file), 0, 0, 5998, 2);
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void letters_to_a_mayor_keep_their_chinese() throws IOException {
        FileId file = receive(SharedData.file("zhengwu/附件2_示例.xlsx"));

        outcome(write(file), 494, 0, 1, 0);
        assertThat(stored())
                .anySatisfy(row -> assertThat((String) row.get("text")).contains("社区"));
    }

    @Test
    void nothing_is_written_while_the_dates_are_in_doubt() throws IOException {
        FileId file = receive(SharedData.file("comcast_sample.csv"));

        outcome(attempt(file), 36, 0, 0, 15);
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> write(file)).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("intake.conflict.open");
            assertThat(problem.arguments()).containsExactly(15L, 36L, 0L, 13L);
        });
        decide(file, Choice.MONTH_FIRST);
        Run run = write(file);
        assertThat(run.rejected()).as("Pending is open to nobody's knowledge").isEqualTo(0);
        assertThat(run.created()).isEqualTo(51);
    }

    @Test
    void a_cell_that_divides_by_zero_sends_its_row_back_and_no_other() throws IOException {
        FileId file = receive(SharedData.file("mathorcup/附件1语音业务用户满意度数据.xlsx"));
        StoredFile stored = intake.file(actor, file);
        List<Mapping.Use> uses = new ArrayList<>();
        stored.profile()
                .columns()
                .forEach(column ->
                        uses.add(column.name().equals("外省流量占比") ? Mapping.Use.field("share") : Mapping.Use.NONE));
        uses.set(0, Mapping.Use.field("number"));
        intake.settle(actor, file, stored.version(), "survey", new Mapping(uses, Map.of(), Map.of()));
        Run run = attempt(file);

        assertThat(run.rejected()).as("no column holds the date").isEqualTo(5433);
        assertThat(intakeRuns.reasons(actor, run.id()))
                .contains(new Reason(Fault.of("cell.error", "share", "#DIV/0!"), 2));
    }

    /** noptin #53, track-and-graph #334: rows were skipped without a word. */
    @Test
    void rejected_rows_come_back_as_a_file_are_corrected_and_sent_again() throws IOException {
        FileId file = receive("台账.csv", "编号,受理日期,内容\n1,2026-10-03,好\n2,昨天,=1+1\n3,,\"-x\n\"\n");
        Run run = write(file);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        intakeRuns.writeRejected(actor, run.id(), Words.of(Words.CHINESE), out);
        String csv = out.toString(StandardCharsets.UTF_8);

        assertThat(csv)
                .startsWith("\ufeff编号,受理日期,内容,行号,退回原因 #" + run.id().value() + "\r\n")
                .contains("2,昨天,'=1+1,3,")
                .contains("3,,\"'-x\n\",4,");
        String corrected = csv.replace("昨天", "2026-10-04").replace("3,,", "3,2026-10-05,");
        FileId again = receive("退回.csv", corrected);
        assertThat(intake.file(actor, again).source()).isEqualTo("台账");
        outcome(write(again), 2, 0, 0, 0);
        assertThat(stored()).extracting(row -> row.get("text")).containsExactly("好", "=1+1", "-x");
    }

    @Test
    void one_row_that_fails_does_not_hold_up_the_others() {
        StringBuilder text = new StringBuilder("编号,受理日期,内容\n");
        for (int i = 1; i <= 700; i++) {
            text.append(i)
                    .append(",2026-10-03,")
                    .append(i == 333 ? LedgerTarget.POISON : i == 444 ? LedgerTarget.REFUSED : "x")
                    .append('\n');
        }
        Run run = write(receive("a.csv", text.toString()));

        outcome(run, 698, 0, 0, 2);
        assertThat(intakeRuns.reasons(actor, run.id()))
                .extracting(reason -> reason.fault().code())
                .containsExactlyInAnyOrder("row.failed", "number.form");
    }

    @Test
    void a_process_that_dies_between_two_batches_loses_and_repeats_nothing() {
        StringBuilder text = new StringBuilder("编号,受理日期,内容\n");
        for (int i = 1; i <= 2600; i++) {
            text.append(i % 2000)
                    .append(i % 7 == 0 ? ",昨天," : ",2026-10-03,")
                    .append(i)
                    .append('\n');
        }
        FileId file = receive("a.csv", text.toString());
        RunId run = runs.add(actor, intake.file(actor, file), Run.Kind.WRITE);
        ledger.dieAfter(3);
        assertThatExceptionOfType(LedgerTarget.Death.class).isThrownBy(() -> runner.work(actor, run, progress -> {}));
        Run left = intakeRuns.run(actor, run);
        assertThat(left.state()).isEqualTo(Run.State.RUNNING);
        assertThat(left.done()).isEqualTo(1500);
        ledger.dieAfter(Integer.MAX_VALUE);
        Run resumed = runner.work(actor, run, progress -> {});
        List<Map<String, @Nullable Object>> interrupted = stored();
        actor = offices.found();
        Run undisturbed = write(receive("a.csv", text.toString()));

        assertThat(List.of(resumed.created(), resumed.updated(), resumed.unchanged(), resumed.rejected()))
                .containsExactly(
                        undisturbed.created(), undisturbed.updated(), undisturbed.unchanged(), undisturbed.rejected());
        assertThat(resumed.state()).isEqualTo(Run.State.DONE);
        assertThat(interrupted).isEqualTo(stored());
    }

    @Test
    void a_run_whose_outcomes_do_not_come_to_its_rows_has_failed_and_says_so() {
        StringBuilder text = new StringBuilder("编号,受理日期,内容\n");
        for (int i = 1; i <= 600; i++) {
            text.append(i).append(",2026-10-03,").append(i).append('\n');
        }
        RunId run = runs.add(actor, intake.file(actor, receive("a.csv", text.toString())), Run.Kind.WRITE);
        ledger.dieAfter(1);
        assertThatExceptionOfType(LedgerTarget.Death.class).isThrownBy(() -> runner.work(actor, run, progress -> {}));
        ledger.dieAfter(Integer.MAX_VALUE);
        jdbc.update(
                "update intake.run set created = created - 1 where bureau = ?",
                actor.bureau().value());

        Run ended = runner.work(actor, run, progress -> {});

        assertThat(ended.state()).isEqualTo(Run.State.FAILED);
        assertThat(ended.failure()).isEqualTo("mismatch");
        assertThat(List.of(ended.total(), ended.done(), ended.created())).containsExactly(600L, 600L, 599L);
    }

    @Test
    void a_target_that_answers_for_one_row_too_few_loses_none_each_goes_back_with_its_reason() {
        ledger.forget(true);
        Run run = write(receive("a.csv", THREE));

        outcome(run, 0, 0, 0, 3);
        assertThat(stored()).isEmpty();
    }

    @Test
    void a_trial_of_a_target_that_foresees_too_few_fails_as_a_whole() {
        ledger.forget(true);
        Run run = attempt(receive("a.csv", THREE));

        assertThat(run.state()).isEqualTo(Run.State.FAILED);
        assertThat(run.failure()).isEqualTo("mismatch");
        assertThat(stored()).isEmpty();
    }

    @Test
    void two_writers_of_one_source_do_not_meet() {
        FileId first = receive("a.csv", THREE);
        FileId second = receive("b.csv", THREE + "4,2026-10-05,待处理,固话\n");
        source(second, "a");
        runs.add(actor, intake.file(actor, first), Run.Kind.WRITE);

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> intakeRuns.start(actor, second, Run.Kind.WRITE))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("intake.run.busy"));
    }

    @Test
    void a_writer_found_dead_makes_way_and_cannot_come_back() {
        FileId file = receive("a.csv", THREE);
        RunId dead = runs.add(actor, intake.file(actor, file), Run.Kind.WRITE);
        jdbc.update(
                "update intake.run set changed_at = changed_at - interval '1 minute' where bureau = ?",
                actor.bureau().value());
        outcome(write(file), 2, 0, 0, 1);

        assertThat(runner.work(actor, dead, progress -> {}).state()).isEqualTo(Run.State.STOPPED);
        assertThat(stored()).hasSize(2);
    }

    @Test
    void a_run_that_is_stopped_keeps_what_it_wrote() {
        StringBuilder text = new StringBuilder("编号,受理日期,内容\n");
        for (int i = 1; i <= 2000; i++) {
            text.append(i).append(",2026-10-03,x\n");
        }
        FileId file = receive("a.csv", text.toString());
        RunId id = runs.add(actor, intake.file(actor, file), Run.Kind.WRITE);
        Run run = runner.work(actor, id, progress -> intakeRuns.stop(actor, id));

        assertThat(run.state()).isEqualTo(Run.State.STOPPED);
        assertThat(run.done()).isEqualTo(500);
        assertThat(stored()).hasSize(500);
        outcome(write(file), 1500, 0, 500, 0);
    }

    @Test
    void a_run_keeps_no_row_that_it_has_written() {
        StringBuilder text = new StringBuilder("编号,受理日期,内容\n");
        for (int i = 1; i <= 4_000; i++) {
            text.append(i).append(",2026-10-03,断网").append(i).append('\n');
        }
        FileId file = receive("a.csv", text.toString());
        List<Long> kept = new ArrayList<>();

        outcome(intakeRuns.runNow(actor, file, Run.Kind.WRITE, run -> kept.add(ledger.kept())), 4_000, 0, 0, 0);
        assertThat(kept).hasSize(8).allMatch(rows -> rows <= Runner.BATCH);
    }

    @Test
    void settings_saved_under_a_name_are_there_for_the_next_file_with_those_columns() {
        FileId first = receive("十月.csv", THREE);
        source(first, "台账");
        intake.saveTemplate(actor, first, "月度台账");
        FileId next = receive("十一月.csv", THREE.replace("10-", "11-"));

        assertThat(intake.file(actor, next).source()).isEqualTo("台账");
        assertThat(intake.templates(actor, intake.file(actor, next))).containsExactly("月度台账");
        assertThat(intake.templates(actor, intake.file(actor, receive("c.csv", "编号,日期\n1,2026-10-03\n"))))
                .isEmpty();
    }

    @Test
    void settings_that_somebody_changed_meanwhile_are_not_overwritten() {
        FileId file = receive("a.csv", THREE);
        StoredFile mine = intake.file(actor, file);
        source(file, "hers");

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> intake.settle(actor, file, mine.version(), "mine", mine.mapping()))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("intake.settings.changed"));
    }

    /** osTicket #2123: the heading became a record. */
    @Test
    void the_heading_can_be_said_to_be_none() {
        FileId file = receive("a.csv", "一级,二级\n住房,公积金\n住房,物业\n");
        StoredFile stored = intake.file(actor, file);
        assertThat(stored.profile().rows()).isEqualTo(2);
        intake.relayout(actor, file, stored.version(), stored.profile().layout().withHeader(0), false);

        assertThat(intake.file(actor, file).profile().rows()).isEqualTo(3);
    }

    @Test
    void a_preview_shows_the_first_rows_as_they_are_read() {
        List<PreviewRow> rows = intake.preview(actor, intake.file(actor, receive("a.csv", THREE)));

        assertThat(rows).extracting(PreviewRow::outcome).containsExactly("created", "created", "rejected");
        assertThat(rows.get(2).line()).isEqualTo(4);
    }

    @Test
    void of_a_long_file_the_preview_shows_the_first_fifty_rows() {
        StringBuilder text = new StringBuilder("编号,受理日期,内容\n");
        for (int i = 1; i <= 60; i++) {
            text.append(i).append(",2026-10-03,x\n");
        }
        StoredFile file = intake.file(actor, receive("a.csv", text.toString()));

        assertThat(file.profile().rows()).isEqualTo(60);
        assertThat(intake.preview(actor, file))
                .hasSize(50)
                .last()
                .satisfies(row -> assertThat(row.line()).isEqualTo(51));
    }

    @Test
    void only_who_may_import_imports() {
        FileId file = receive("a.csv", THREE);
        Actor agent = offices.hire(actor, Posts.AGENT, "7");
        Actor reader = offices.hire(actor, Posts.QUALITY, "8");

        assertThat(intake.file(reader, file).name()).isEqualTo("a.csv");
        for (Runnable refused : List.<Runnable>of(
                () -> intake.file(agent, file),
                () -> intakeRuns.start(reader, file, Run.Kind.TRIAL),
                () -> intake.receive(reader, "b.csv", "ledger", InputStream.nullInputStream()))) {
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(refused::run)
                    .satisfies(problem -> assertThat(problem.code()).isEqualTo("access.denied"));
        }
    }

    @Test
    void a_file_of_another_bureau_is_not_there() {
        FileId file = receive("a.csv", THREE);
        Actor stranger = offices.found();

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> intake.file(stranger, file))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("intake.file.absent"));
    }
}
