package org.redress.ground.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.intake.reading.RowReader;
import org.redress.ground.intake.sheet.Row;
import org.redress.ground.intake.sheet.Rows;
import org.redress.platform.database.Statistics;
import org.redress.platform.web.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a run from where it stands to its end, batch by batch. Each batch is one transaction with its outcome, so that a
 * killed process loses nothing and repeats nothing.
 */
@Component
class Runner {

    private static final Logger log = LoggerFactory.getLogger(Runner.class);
    static final int BATCH = 500;
    /** Characters after which a batch ends that has fewer rows. */
    static final int LARGE_BATCH = 4 << 20;

    /** After so many rows, and each time that they are so many times as many, the planner learns anew what the tables hold. */
    private static final int FIRST_LEARNING = 1_000;

    private static final int LEARNING_FACTOR = 4;

    private final FileStore files;
    private final RunStore runs;
    private final RejectedStore rejected;
    private final SeenRows seen;
    private final Targets targets;
    private final Statistics statistics;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Runner(
            FileStore files,
            RunStore runs,
            RejectedStore rejected,
            SeenRows seen,
            Targets targets,
            Statistics statistics,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.files = files;
        this.runs = runs;
        this.rejected = rejected;
        this.seen = seen;
        this.targets = targets;
        this.statistics = statistics;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Says what the rows of a file would become with its settings. */
    Batches batches(Actor actor, StoredFile file, Mapping mapping) {
        IntakeTarget target = targets.get(file.target());
        RowReader reader = new RowReader(target.fields(), file.profile(), mapping, actor.zone(), actor.region(), clock);
        return new Batches(actor, target, file.source(), reader, seen);
    }

    /**
     * Works until the run has ended; returns at once where it has. Interrupted, it leaves the run as it is after a batch, to be
     * gone on with.
     *
     * @throws CancellationException where it was interrupted
     */
    Run work(Actor actor, RunId id, Consumer<Run> progress) {
        Run run = runs.get(actor.bureau(), id);
        if (run.ended() || !runs.begin(actor.bureau(), run)) {
            return runs.get(actor.bureau(), id);
        }
        try {
            read(actor, runs.get(actor.bureau(), id), progress);
        } catch (Problem problem) {
            runs.end(actor.bureau(), id, Run.State.FAILED, problem.code());
        } catch (Batches.Miscounted e) {
            log.error("import {} does not add up", id.value(), e);
            runs.end(actor.bureau(), id, Run.State.FAILED, "mismatch");
        } catch (IOException | UncheckedIOException e) {
            stopIfInterrupted(); // which closes the file under whoever reads it
            log.error("import {} could not read its file", id.value(), e);
            runs.end(actor.bureau(), id, Run.State.FAILED, "unreadable");
        }
        return runs.get(actor.bureau(), id);
    }

    private void read(Actor actor, Run run, Consumer<Run> progress) throws IOException {
        StoredFile file = files.get(actor, run.file());
        Batches batches = batches(actor, file, run.mapping());
        try (Spool spool = files.spool(actor, file.id());
                Rows rows = Uploads.rows(spool.path(), file.profile())) {
            for (long i = 0; i < run.done(); i++) {
                Row done = rows.next();
                if (done != null) {
                    batches.pass(done);
                }
            }
            Run now = run;
            long learnAt = run.done() + FIRST_LEARNING;
            Portions portions = new Portions(rows, batches);
            for (List<Row> batch = portions.next(); !batch.isEmpty(); batch = portions.next()) {
                stopIfInterrupted();
                if (!advance(actor.bureau(), now, batches, batch)) {
                    runs.end(actor.bureau(), run.id(), Run.State.STOPPED, null);
                    return;
                }
                now = runs.get(actor.bureau(), run.id());
                if (run.kind() == Run.Kind.WRITE && now.done() >= learnAt) {
                    statistics.learn();
                    learnAt = now.done() * LEARNING_FACTOR;
                }
                progress.accept(now);
            }
            finish(actor.bureau(), now);
        }
    }

    private static void stopIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted between two batches");
        }
    }

    /** Rows in must be rows out; that they are is looked at, not believed. */
    private void finish(BureauId bureau, Run run) {
        boolean all = run.done() == run.total() && run.accounted();
        if (!all) {
            log.error(
                    "import {} does not add up: {} rows, {} done, {} + {} + {} + {}",
                    run.id().value(),
                    run.total(),
                    run.done(),
                    run.created(),
                    run.updated(),
                    run.unchanged(),
                    run.rejected());
        }
        runs.end(bureau, run.id(), all ? Run.State.DONE : Run.State.FAILED, all ? null : "mismatch");
    }

    private boolean advance(BureauId bureau, Run run, Batches batches, List<Row> rows) {
        if (run.kind() == Run.Kind.TRIAL) {
            BatchOutcome outcome = batches.attempt(rows);
            return Boolean.TRUE.equals(transaction.execute(status -> keep(bureau, run, outcome)));
        }
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                boolean kept = keep(bureau, run, batches.write(rows));
                if (!kept) {
                    status.setRollbackOnly();
                }
                return kept;
            }));
        } catch (TransientDataAccessException | RecoverableDataAccessException e) {
            throw e;
        } catch (DataAccessResourceFailureException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            return isolate(bureau, run, batches, rows, e);
        }
    }

    private boolean keep(BureauId bureau, Run run, BatchOutcome outcome) {
        if (!runs.advance(bureau, run, outcome)) {
            return false;
        }
        if (!outcome.rejected().isEmpty()) {
            rejected.add(bureau, run.id(), outcome.rejected());
        }
        return true;
    }

    /** What the target fails at must not hold up the others: parts the batch until that stands alone. */
    private boolean isolate(BureauId bureau, Run run, Batches batches, List<Row> rows, RuntimeException failure) {
        int part = batches.parting(rows);
        if (part == 0) {
            log.error(
                    "import {}, line {} failed",
                    run.id().value(),
                    rows.getFirst().line(),
                    failure);
            String why = failure instanceof Problem problem
                    ? problem.code()
                    : failure.getClass().getSimpleName();
            BatchOutcome outcome = new BatchOutcome();
            rows.forEach(row -> outcome.reject(row.line(), row.cells(), List.of(Fault.of("row.failed", null, why))));
            return Boolean.TRUE.equals(transaction.execute(status -> keep(bureau, run, outcome)));
        }
        return advance(bureau, run, batches, rows.subList(0, part))
                && advance(bureau, runs.get(bureau, run.id()), batches, rows.subList(part, rows.size()));
    }
}
