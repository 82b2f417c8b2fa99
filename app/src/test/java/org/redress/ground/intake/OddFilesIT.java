package org.redress.ground.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;

/** Files that come twice at once, hold what looks like something else, or are larger than others. */
@RedressIT
class OddFilesIT {

    @Autowired
    Intake intake;

    @Autowired
    IntakeRuns intakeRuns;

    @Autowired
    Offices offices;

    private Actor actor;

    @BeforeEach
    void found() {
        actor = offices.found();
    }

    private FileId receive(String name, String text) {
        return intake.receive(actor, name, "ledger", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void two_who_send_the_same_file_at_once_have_one_file() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 10; i++) {
                String text = "编号,受理日期,内容\n1,2026-10-03," + i + "\n";
                Callable<FileId> sender = () -> {
                    together.await();
                    return receive("a.csv", text);
                };
                List<Future<FileId>> both = two.invokeAll(List.of(sender, sender));
                assertThat(both.getFirst().get()).isEqualTo(both.getLast().get());
            }
        }
    }

    @Test
    void what_looks_like_the_character_zero_comes_in_and_goes_back_as_it_is() throws IOException {
        FileId file = receive("a.csv", "编号,受理日期,内容\n1,昨天,C:\\u0000\n2,2026-10-03,C:\\u0000\n");
        Run run = intakeRuns.runNow(actor, file, Run.Kind.WRITE, one -> {});
        assertThat(List.of(run.created(), run.rejected())).containsExactly(1L, 1L);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        intakeRuns.writeRejected(actor, run.id(), Words.of(Words.CHINESE), out);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("1,昨天,C:\\u0000,2,");
    }

    @Test
    void large_rows_make_small_batches_and_little_of_them_is_kept_to_be_shown() {
        StringBuilder text = new StringBuilder("编号,受理日期,内容\n");
        for (int i = 1; i <= 9; i++) {
            text.append(i).append(",2026-10-03,").append("x".repeat(1 << 20)).append('\n');
        }
        FileId file = receive("a.csv", text.toString());
        List<Long> done = new ArrayList<>();

        Run written = intakeRuns.runNow(actor, file, Run.Kind.WRITE, run -> done.add(run.done()));
        assertThat(written.created()).isEqualTo(9);
        assertThat(done).containsExactly(4L, 8L, 9L);
        assertThat(intake.file(actor, file).profile().first())
                .hasSize(9)
                .allSatisfy(row -> assertThat(row.characters()).isLessThan(11_000));
    }
}
