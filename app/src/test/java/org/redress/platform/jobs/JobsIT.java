package org.redress.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressIT
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JobsIT {

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final String name = "test-" + UUID.randomUUID();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);

    private void workUntilInterrupted() {
        begun.countDown();
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
        interrupted.countDown();
    }

    @Test
    void work_without_an_end_does_not_keep_the_product_from_ending() throws InterruptedException {
        RecurringJob endless = new RecurringJob(name, Duration.ofDays(1), this::workUntilInterrupted);
        Jobs jobs = new Jobs(database, clock, List.of(endless), List.of(), true);

        jobs.start();
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
        jobs.stop();

        assertThat(interrupted.getCount()).isZero();
        assertThat(jobs.isRunning()).isFalse();
    }

    @Test
    void what_was_interrupted_is_taken_up_at_the_next_start() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        JobKind kind = new JobKind(name, argument -> {
            if (begun.getCount() == 0) {
                done.countDown();
                return;
            }
            workUntilInterrupted();
            throw new CancellationException("interrupted");
        });
        Jobs first = new Jobs(database, clock, List.of(), List.of(kind), true);
        first.start(name, "once", "");
        first.start();
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
        first.stop();

        Jobs second = new Jobs(database, clock, List.of(), List.of(kind), true);
        second.start();
        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        second.stop();

        assertThat(jdbc.sql("select count(*) from platform.scheduled_tasks where task_name = ?")
                        .param(name)
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
