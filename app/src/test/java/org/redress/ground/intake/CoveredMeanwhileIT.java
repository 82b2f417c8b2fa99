package org.redress.ground.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actor;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever is covered while a run of the same file goes on. */
@RedressIT
@Tag("S5.1")
class CoveredMeanwhileIT {

    @Autowired
    Intake intake;

    @Autowired
    IntakeRuns intakeRuns;

    @Autowired
    RunStore runs;

    @Autowired
    KeptFiles kept;

    @Autowired
    RejectedStore rejected;

    @Autowired
    Offices offices;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private Actor command;
    private FileId file;
    private RunId run;

    /** A file with one value that somebody placed and one that nobody knows. */
    @BeforeEach
    void write() {
        command = offices.found();
        String text = "编号,受理日期,处理状态,内容\n3,2026-10-03,瓞煊定,断网\n4,2026-10-04,瓞煊改,断网\n";
        file = intake.receive(
                command, "a.csv", "ledger", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        StoredFile stored = intake.file(command, file);
        Map<String, Map<String, String>> codes = Map.of("state", Map.of("瓞煊定", "open"));
        intake.settle(
                command,
                file,
                stored.version(),
                stored.source(),
                new Mapping(stored.mapping().uses(), Map.of(), codes));
        run = intakeRuns.runNow(command, file, Run.Kind.WRITE, one -> {}).id();
    }

    private int cover() {
        return kept.cover(command.bureau(), text -> text.replace("瓞煊", "▇▇▇"), text -> text.replace("瓞煊", "▇▇▇"));
    }

    private void reject(long line, String value) {
        rejected.add(
                command.bureau(),
                run,
                List.of(new RejectedRow(
                        line,
                        List.of("5", "2026-10-04", value, "断网"),
                        List.of(Fault.of("code.unknown", "state", value)))));
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(transactions);
    }

    private boolean somebodyWaits() throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            if (jdbc.sql("""
                            select exists (select from pg_stat_activity
                                            where datname = current_database() and wait_event_type = 'Lock'
                                              and query like '%run_reason%')
                            """).query(Boolean.class).single()) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return false;
    }

    @Test
    void a_row_that_is_sent_back_at_that_moment_is_counted() throws Exception {
        CountDownLatch added = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            Future<?> batch = two.submit(() -> transaction().executeWithoutResult(status -> {
                reject(9, "瓞煊改");
                added.countDown();
                await(end);
            }));
            await(added);
            Future<Integer> covering = two.submit(this::cover);
            assertThat(somebodyWaits()).isTrue();
            end.countDown();
            batch.get();
            assertThat(covering.get()).isPositive();
        }
        assertThat(intakeRuns.reasons(command, run))
                .containsExactly(new Reason(Fault.of("code.unknown", "state", "▇▇▇改"), 2));
    }

    @Test
    void a_batch_and_a_new_run_do_not_wait_for_it() throws Exception {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            transaction().executeWithoutResult(status -> {
                assertThat(cover()).isPositive();
                Future<RunId> meanwhile = other.submit(() -> transaction().execute(inner -> {
                    jdbc.sql("set local lock_timeout = '3s'").update();
                    reject(9, "别的");
                    return runs.add(command, intake.file(command, file), Run.Kind.TRIAL);
                }));
                assertThat(meanwhile).succeedsWithin(Duration.ofSeconds(10));
            });
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
