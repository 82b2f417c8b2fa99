package org.redress.ground.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.EveryText;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** How long what came in with files can be read. */
@RedressIT
@Tag("S5.1")
class KeptFilesIT {

    private static final String FILE = "编号,受理日期,处理状态,内容\n1,2026-10-03,待处理,断网\n2,昨天,待处理,瓞煊家断网\n";

    @Autowired
    Intake intake;

    @Autowired
    IntakeRuns intakeRuns;

    @Autowired
    FileStore files;

    @Autowired
    Clock clock;

    @Autowired
    OldFiles old;

    @Autowired
    KeptFiles kept;

    @Autowired
    EveryText texts;

    @Autowired
    Offices offices;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    private Actor command;
    private FileId file;
    private Run written;

    @BeforeEach
    void write() {
        command = offices.found();
        file = receive();
        intakeRuns.runNow(command, file, Run.Kind.TRIAL, run -> {});
        written = intakeRuns.runNow(command, file, Run.Kind.WRITE, run -> {});
        assertThat(written.rejected()).isOne();
    }

    private FileId receive() {
        return receive(command, FILE);
    }

    private FileId receive(Actor by, String text) {
        return intake.receive(by, "a.csv", "ledger", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String covered(String text) {
        return text.replace("瓞煊", "▇▇▇");
    }

    private int cover() {
        return kept.cover(command.bureau(), KeptFilesIT::covered, KeptFilesIT::covered);
    }

    private static void changed(ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("intake.settings.changed"));
    }

    /** So many days pass for what came in. */
    private void days(int passed) {
        jdbc.sql("update intake.file set received_at = received_at - ? * interval '1 day' where bureau = ?")
                .params(passed, command.bureau().value())
                .update();
        jdbc.sql("update intake.run set ended_at = ended_at - ? * interval '1 day' where bureau = ?")
                .params(passed, command.bureau().value())
                .update();
    }

    private String rejected() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        intakeRuns.writeRejected(command, written.id(), Words.of(Locale.ENGLISH), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void within_the_period_rows_that_were_sent_back_can_be_had() throws IOException {
        days(89);
        old.drop();
        assertThat(intake.file(command, file).dropped()).isFalse();
        assertThat(rejected()).contains("瓞煊");
    }

    @Test
    void a_file_that_was_run_again_is_kept_from_then_on() {
        days(89);
        intakeRuns.runNow(command, file, Run.Kind.TRIAL, run -> {});
        jdbc.sql("update intake.file set received_at = received_at - interval '30 days' where bureau = ?")
                .param(command.bureau().value())
                .update();
        old.drop();
        assertThat(intake.file(command, file).dropped()).isFalse();
    }

    @Test
    void after_it_nothing_that_stood_in_a_cell_is_there_and_what_became_of_the_rows_is() throws Exception {
        assertThat(texts.telling(command.bureau(), List.of("瓞煊")))
                .containsExactlyInAnyOrder(
                        "intake.file.profile", "intake.file_chunk.bytes", "intake.rejected_row.cells");
        days(91);
        old.drop();

        assertThat(texts.telling(command.bureau(), List.of("瓞煊"))).isEmpty();
        StoredFile dropped = intake.file(command, file);
        assertThat(dropped.dropped()).isTrue();
        assertThat(dropped.headings()).contains("处理状态");
        assertThat(dropped.profile().rows()).isEqualTo(2);
        assertThat(intakeRuns.run(command, written.id()).rejected()).isOne();
        assertThat(intakeRuns.reasons(command, written.id())).hasSize(1);
        assertThatThrownBy(this::rejected)
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("intake.file.dropped"));
        assertThatThrownBy(() -> intakeRuns.runNow(command, file, Run.Kind.WRITE, run -> {}))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("intake.file.dropped"));

        Browser head = Browser.of(web, offices.hire(command, Posts.HEAD, "1"));
        assertThat(head.look("/intake/" + file.value()).page())
                .contains("The rows of this file were dropped", "send the same file again")
                .doesNotContain("name=\"do\" value=\"write\"")
                .doesNotContain("rejected.csv");
        assertThat(head.look("/intake/runs/" + written.id().value()).page())
                .contains("were dropped with their file")
                .doesNotContain("rejected.csv");
    }

    @Test
    void the_same_file_sent_again_is_kept_again_and_changes_nothing() throws Exception {
        days(91);
        old.drop();
        assertThat(receive()).isEqualTo(file);
        assertThat(intake.file(command, file).dropped()).isFalse();
        String gone = "/intake/runs/" + written.id().value();
        Browser head = Browser.of(web, offices.hire(command, Posts.HEAD, "1"));
        assertThat(head.look("/intake/" + file.value()).page()).doesNotContain("rejected.csv");
        assertThat(head.look(gone).page())
                .contains("which was sent again since")
                .doesNotContain("rejected.csv");
        assertThatThrownBy(this::rejected)
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("intake.rejected.gone"));
        Run again = intakeRuns.runNow(command, file, Run.Kind.WRITE, run -> {});
        assertThat(List.of(again.created(), again.updated(), again.unchanged(), again.rejected()))
                .containsExactly(0L, 0L, 1L, 1L);
        assertThat(head.look("/intake/runs/" + again.id().value()).page()).contains("rejected.csv");
        assertThat(head.look(gone).page()).doesNotContain("rejected.csv");
        old.drop();
        assertThat(intake.file(command, file).dropped()).isFalse();
    }

    @Test
    void a_file_sent_again_before_its_time_is_up_is_kept_from_then_on_even_where_it_was_about_to_be_dropped()
            throws IOException {
        days(91);
        Instant before = clock.instant().minus(Duration.ofDays(90));
        assertThat(kept.old(command.bureau(), before, 50)).containsExactly(file);
        Actor head = offices.hire(command, Posts.HEAD, "1");
        assertThat(receive(head, FILE)).isEqualTo(file);
        kept.drop(command.bureau(), file, before);
        old.drop();
        StoredFile stored = intake.file(command, file);
        assertThat(stored.dropped()).isFalse();
        assertThat(stored.receivedBy()).isEqualTo(head.name());
        assertThat(rejected()).contains("瓞煊");
    }

    @Test
    void settings_that_were_read_before_cells_were_covered_or_dropped_do_not_bring_them_back() {
        StoredFile seen = intake.file(command, file);
        cover();
        changed(() -> files.set(command, seen));
        StoredFile later = intake.file(command, file);
        days(91);
        old.drop();
        changed(() -> files.set(command, later));
        assertThat(texts.telling(command.bureau(), List.of("瓞煊", "▇▇▇"))).isEmpty();
    }

    /** A file with a name among the states of its rows, to which somebody has given a meaning. */
    private FileId coded() {
        FileId coded = receive(command, "编号,受理日期,处理状态,内容\n3,2026-10-03,瓞煊定,断网\n4,2026-10-04,瓞煊改,断网\n");
        StoredFile stored = intake.file(command, coded);
        Map<String, Map<String, String>> codes = Map.of("state", Map.of("瓞煊定", "open"));
        intake.settle(
                command,
                coded,
                stored.version(),
                stored.source(),
                new Mapping(stored.mapping().uses(), Map.of(), codes));
        intake.saveTemplate(command, coded, "月度台账");
        Run run = intakeRuns.runNow(command, coded, Run.Kind.WRITE, one -> {});
        assertThat(run.rejected()).isOne();
        assertThat(intakeRuns.reasons(command, run.id()).getFirst().fault().args())
                .containsExactly("瓞煊改");
        return coded;
    }

    @Test
    void what_a_reason_quotes_of_a_cell_is_dropped_with_the_file_and_the_reason_stays() {
        FileId coded = coded();
        Run run = intakeRuns.runs(command, coded).getFirst();
        days(91);
        old.drop();
        assertThat(texts.telling(command.bureau(), List.of("瓞煊改"))).isEmpty();
        assertThat(intakeRuns.reasons(command, run.id())).singleElement().satisfies(reason -> {
            assertThat(reason.fault().code()).isEqualTo("code.unknown");
            assertThat(reason.fault().args()).containsExactly("…");
            assertThat(reason.rows()).isOne();
        });
    }

    @Test
    void values_to_which_somebody_gave_a_meaning_are_covered_in_settings_of_files_runs_and_templates() {
        FileId coded = coded();
        days(91);
        old.drop();
        assertThat(texts.telling(command.bureau(), List.of("瓞煊")))
                .containsExactly("intake.file.mapping", "intake.run.mapping", "intake.template.mapping");
        StoredFile seen = intake.file(command, coded);
        assertThat(cover()).isEqualTo(3);
        assertThat(texts.telling(command.bureau(), List.of("瓞煊"))).isEmpty();
        assertThat(intake.file(command, coded).mapping().codes()).isEqualTo(Map.of("state", Map.of("▇▇▇定", "open")));
        changed(() -> files.set(command, seen));
        assertThat(cover()).isZero();
    }

    @Test
    void whoever_is_blacked_out_is_covered_in_rows_that_were_sent_back_and_in_what_pages_show() throws IOException {
        assertThat(cover()).isPositive();
        assertThat(texts.telling(command.bureau(), List.of("瓞煊"))).containsExactly("intake.file_chunk.bytes");
        assertThat(rejected()).contains("▇▇▇家断网");
        assertThat(cover()).isZero();
    }

    @Test
    void old_files_are_found_without_reading_those_that_were_dropped() {
        jdbc.sql("""
                        insert into intake.file (bureau, id, name, size, sha256, received_at, received_by, received_name, target,
                                                 source, headings, profile, mapping, dropped_at)
                        select :bureau, gen_random_uuid(), 'n', 1, sha256(n::text::bytea), now() - interval '1 year',
                               gen_random_uuid(), 'x', 'ledger', 's', '', '{}', '{}', now()
                          from generate_series(1, 20000) n
                        """).param("bureau", command.bureau().value()).update();
        jdbc.sql("analyze intake.file").update();
        String bound = KeptFiles.OLD
                .replace(":bureau", Integer.toString(command.bureau().value()))
                .replace(":before", "now()")
                .replace(":limit", "50");
        assertThat(String.join(
                        "\n",
                        jdbc.sql("explain (costs off) " + bound)
                                .query(String.class)
                                .list()))
                .contains("file_kept", "run_file");
    }
}
