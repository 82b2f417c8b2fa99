package org.redress.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/**
 * Background work, kept in the database: it is started in a transaction, survives a killed process, runs once. When the
 * product ends, work gets a moment to finish; then its thread is interrupted, and it is taken up again at the next start.
 */
@Component
public class Jobs implements SmartLifecycle {

    private static final String TABLE = "platform.scheduled_tasks";

    /** More than can hang at once: gateways of SMS and mail, the mailbox, an import, each in a job of its own. */
    private static final int THREADS = 8;

    /** Waited for once before and once after the interruption. */
    private static final Duration LAST_MOMENT = Duration.ofSeconds(5);

    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofMinutes(5);

    private final Clock clock;
    private final DataSource dataSource;
    private final Map<String, OneTimeTask<String>> kinds;
    private final List<RecurringTask<Void>> recurring;
    private final SchedulerClient client;
    private final boolean enabled;
    private @Nullable Scheduler scheduler;

    Jobs(
            DataSource dataSource,
            Clock clock,
            List<RecurringJob> recurring,
            List<JobKind> kinds,
            @Value("${redress.jobs:true}") boolean enabled) {
        this.clock = clock;
        this.enabled = enabled;
        this.dataSource = new TransactionAwareDataSourceProxy(dataSource);
        this.kinds = kinds.stream().collect(Collectors.toMap(JobKind::name, Jobs::task));
        this.recurring = recurring.stream()
                .map(job -> Tasks.recurring(job.name(), FixedDelay.of(job.pause()))
                        .execute((instance, context) -> job.work().run()))
                .toList();
        this.client = SchedulerClient.Builder.create(this.dataSource, List.copyOf(this.kinds.values()))
                .tableName(TABLE)
                .build();
    }

    /** A scheduler works once; whoever stops and starts gets a new one. */
    private Scheduler scheduler() {
        return Scheduler.create(dataSource, List.copyOf(kinds.values()))
                .startTasks(recurring)
                .tableName(TABLE)
                .threads(THREADS)
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(Duration.ofSeconds(5))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(LAST_MOMENT)
                .build();
    }

    /** Asks for work of a kind in the running transaction. The same key is never asked for twice. */
    public void start(String kind, String key, String argument) {
        OneTimeTask<String> task = kinds.get(kind);
        if (task == null) {
            throw new IllegalArgumentException("no job of kind " + kind);
        }
        client.scheduleIfNotExists(task.instance(key, argument), clock.instant());
    }

    private static OneTimeTask<String> task(JobKind kind) {
        return Tasks.oneTime(TaskDescriptor.of(kind.name(), String.class))
                .onFailure((failed, then) -> {
                    Duration pause = Thread.currentThread().isInterrupted() ? Duration.ZERO : BEFORE_ANOTHER_TRY;
                    then.reschedule(failed, failed.getTimeDone().plus(pause));
                })
                .execute((instance, context) -> kind.work().accept(instance.getData()));
    }

    @Override
    public synchronized void start() {
        if (enabled && scheduler == null) {
            scheduler = scheduler();
            scheduler.start();
        }
    }

    @Override
    public synchronized void stop() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }
}
