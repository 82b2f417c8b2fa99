package org.redress.ground.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where a file is from: what is only taken to be so is asked for, and rows that come back corrected go where they were from. */
@RedressIT
class WhoseSourceIT {

    @Autowired
    Intake intake;

    @Autowired
    IntakeRuns intakeRuns;

    @Autowired
    Offices offices;

    @Autowired
    JdbcTemplate jdbc;

    private Actor actor;

    @BeforeEach
    void found() {
        actor = offices.found();
    }

    private FileId receive(String name, String text) {
        return intake.receive(actor, name, "ledger", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
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

    private void doubted(FileId file, String source, String earlier) {
        for (Runnable refused : List.<Runnable>of(() -> write(file), () -> intake.saveTemplate(actor, file, "台账"))) {
            assertThatExceptionOfType(Problem.class).isThrownBy(refused::run).satisfies(problem -> {
                assertThat(problem.code()).isEqualTo("intake.source.open");
                assertThat(problem.arguments()).containsExactly(source, earlier);
            });
        }
    }

    @Test
    void ledgers_of_two_bureaus_with_the_same_headings_and_numbers_leave_the_rows_of_both() {
        write(receive("城东.csv", "编号,受理日期,内容\n1,2026-10-03,断网\n2,2026-10-04,漫游费\n"));
        FileId west = receive("城西.csv", "编号,受理日期,内容\n1,2026-10-05,短信\n2,2026-10-06,固话\n");
        doubted(west, "城东", "城东.csv");
        assertThat(stored()).hasSize(2);

        String own = intake.ownSource(actor, intake.file(actor, west));
        assertThat(own).isEqualTo("城西");
        source(west, own);
        outcome(write(west), 2, 0, 0, 0);
        assertThat(stored()).extracting(row -> row.get("text")).containsExactlyInAnyOrder("断网", "漫游费", "短信", "固话");
    }

    @Test
    void a_file_that_is_called_like_a_source_is_asked_for_its_own_too() {
        write(receive("台账.csv", "编号,受理日期,内容\n1,2026-10-03,断网\n"));
        FileId other = receive("台账.csv", "编号,日期,内容\n1,2026-10-05,短信\n");

        doubted(other, "台账", "台账.csv");
        assertThat(intake.ownSource(actor, intake.file(actor, other))).isEqualTo("台账 2");
    }

    @Test
    void settings_changed_without_a_word_about_the_source_leave_it_in_doubt() {
        receive("a.csv", THREE);
        FileId second = receive("b.csv", THREE + "4,2026-10-05,待处理,固话\n");
        StoredFile file = intake.file(actor, second);
        intake.settle(actor, second, file.version(), null, file.mapping());
        doubted(second, "a", "a.csv");

        intake.settle(actor, second, file.version() + 1, "a", file.mapping());
        assertThat(intake.file(actor, second).continues()).isNull();
    }

    /** A file whose columns were placed by hand; of its second row the date cannot be read. */
    private FileId byHand(String text) {
        FileId file = receive("杂项.csv", text);
        StoredFile stored = intake.file(actor, file);
        List<Mapping.Use> uses =
                List.of(Mapping.Use.field("number"), Mapping.Use.field("received"), Mapping.Use.field("text"));
        intake.settle(actor, file, stored.version(), "投诉科", new Mapping(uses, Map.of(), Map.of()));
        return file;
    }

    private String sentBack(Run run) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        intakeRuns.writeRejected(actor, run.id(), Words.of(Words.CHINESE), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"甲,,丙\n", "甲,甲,丙\n", "=甲,乙,丙\n", ""})
    void rejected_rows_find_back_to_where_they_were_from_whatever_their_columns_are_called(String heading)
            throws IOException {
        FileId file = byHand(heading + "1,2026-10-03,好\n2,昨天,断网\n");
        if (heading.isEmpty()) {
            assertThat(intake.file(actor, file).profile().layout().header()).isZero();
        }
        Run run = write(file);
        receive("别处.csv", heading + "1,2026-10-08,另一处\n");
        FileId again = receive("退回.csv", sentBack(run).replace("昨天", "2026-10-04"));

        StoredFile corrected = intake.file(actor, again);
        assertThat(corrected.source()).isEqualTo("投诉科");
        assertThat(corrected.headings()).isEqualTo(intake.file(actor, file).headings());
        outcome(write(again), 1, 0, 0, 0);
        assertThat(stored()).extracting(row -> row.get("source")).containsExactly("投诉科", "投诉科");
        assertThat(stored()).extracting(row -> row.get("text")).containsExactly("好", "断网");
    }

    @Test
    void rows_that_a_trial_sent_back_are_in_doubt_as_long_as_their_file_is() throws IOException {
        receive("a.csv", THREE);
        FileId second = receive("b.csv", THREE + "4,2026-10-05,待处理,固话\n");
        String back = sentBack(attempt(second));
        doubted(receive("退回.csv", back.replace("昨天", "2026-10-05")), "a", "a.csv");

        source(second, "b");
        FileId then = receive("退回2.csv", back.replace("昨天", "2026-10-06"));
        assertThat(intake.file(actor, then).source()).isEqualTo("b");
        outcome(write(then), 1, 0, 0, 0);
    }
}
