package org.redress.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
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
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/** Background work, kept in the database: it is started in a transaction, survives a killed process, runs once. */
@Component
public class Jobs implements SmartLifecycle {

    private final Clock clock;
    private final Scheduler scheduler;
    private final Map<String, OneTimeTask<String>> kinds;
    private final boolean enabled;
    private volatile boolean running;

    Jobs(
            DataSource dataSource,
            Clock clock,
            List<RecurringJob> recurring,
            List<JobKind> kinds,
            @Value("${redress.jobs:true}") boolean enabled) {
        this.clock = clock;
        this.enabled = enabled;
        this.kinds = kinds.stream().collect(Collectors.toMap(JobKind::name, Jobs::task));
        List<RecurringTask<Void>> returning = recurring.stream()
                .map(job -> Tasks.recurring(job.name(), FixedDelay.of(job.pause()))
                        .execute((instance, context) -> job.work().run()))
                .toList();
        this.scheduler = Scheduler.create(
                        new TransactionAwareDataSourceProxy(dataSource), List.copyOf(this.kinds.values()))
                .startTasks(returning)
                .tableName("platform.scheduled_tasks")
                .threads(4)
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(Duration.ofSeconds(5))
                .missedHeartbeatsLimit(4)
                .enableImmediateExecution()
                .build();
    }

    /** Asks for work of a kind in the running transaction. The same key is never asked for twice. */
    public void start(String kind, String key, String argument) {
        OneTimeTask<String> task = kinds.get(kind);
        if (task == null) {
            throw new IllegalArgumentException("no job of kind " + kind);
        }
        scheduler.scheduleIfNotExists(task.instance(key, argument), clock.instant());
    }

    private static OneTimeTask<String> task(JobKind kind) {
        return Tasks.oneTime(TaskDescriptor.of(kind.name(), String.class))
                .execute((instance, context) -> kind.work().accept(instance.getData()));
    }

    @Override
    public void start() {
        if (enabled) {
            scheduler.start();
        }
        running = true;
    }

    @Override
    public void stop() {
        if (enabled) {
            scheduler.stop();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
