package org.redress.ground.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.intake.reading.Conflicts;
import org.redress.ground.trail.Trail;
import org.redress.platform.jobs.Jobs;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Trials and imports of files. A trial says what would happen, an import writes. Rows in are always created + updated +
 * unchanged + rejected, and the same row again is unchanged. Needs the permission {@code import}.
 */
@Component
public class IntakeRuns {

    static final String JOB = "intake.run";
    private static final int REASONS = 100;

    private final FileStore files;
    private final RunStore runs;
    private final RejectedStore rejected;
    private final Runner runner;
    private final Targets targets;
    private final Jobs jobs;
    private final Trail trail;

    IntakeRuns(
            FileStore files,
            RunStore runs,
            RejectedStore rejected,
            Runner runner,
            Targets targets,
            Jobs jobs,
            Trail trail) {
        this.files = files;
        this.runs = runs;
        this.rejected = rejected;
        this.runner = runner;
        this.targets = targets;
        this.jobs = jobs;
        this.trail = trail;
    }

    /** Starts a run in the background; with the settings as they are now, whatever happens to them later. */
    @Transactional
    public RunId start(Actor actor, FileId id, Run.Kind kind) {
        RunId run = enter(actor, id, kind);
        jobs.start(JOB, run.value().toString(), actor.bureau().value() + " " + run.value());
        return run;
    }

    private RunId enter(Actor actor, FileId id, Run.Kind kind) {
        actor.require(Action.WRITE, Intake.KIND);
        StoredFile file = files.getKept(actor, id);
        List<IntakeField> fields = targets.open(actor, file.target()).fields();
        Mappings.check(fields, file.profile(), file.mapping());
        if (kind == Run.Kind.WRITE) {
            file.requireSource();
            Mappings.requireDecided(Conflicts.of(fields, file.profile(), file.mapping()), file.mapping());
        }
        RunId run = runs.add(actor, file, kind);
        trail.record(actor, "intake." + (kind == Run.Kind.WRITE ? "write" : "try"), Intake.KIND, id.value(), "{}");
        return run;
    }

    /** Runs to the end in this thread, for the command line; an import of the same source is waited for a while. */
    public Run runNow(Actor actor, FileId id, Run.Kind kind, Consumer<Run> progress) {
        Waiting waiting = new Waiting();
        while (true) {
            try {
                return runner.work(actor, enter(actor, id, kind), progress);
            } catch (Problem problem) {
                if (!problem.code().equals("intake.run.busy") || !waiting.again()) {
                    throw problem;
                }
            }
        }
    }

    public Run run(Actor actor, RunId run) {
        actor.require(Action.READ, Intake.KIND);
        return runs.get(actor.bureau(), run);
    }

    /** The newest run of each kind of a file. */
    public List<Run> runs(Actor actor, FileId file) {
        actor.require(Action.READ, Intake.KIND);
        return runs.newest(actor, List.of(file));
    }

    /** The imports of the bureau that are under way. */
    public List<Run> underWay(Actor actor) {
        actor.require(Action.READ, Intake.KIND);
        return runs.underWay(actor);
    }

    /** Stops a run after the batch that it is at; what was written stays. */
    public void stop(Actor actor, RunId run) {
        actor.require(Action.WRITE, Intake.KIND);
        runs.stop(actor, run);
    }

    /** Why rows were rejected, the commonest reason first. */
    public List<Reason> reasons(Actor actor, RunId run) {
        actor.require(Action.READ, Intake.KIND);
        return rejected.reasons(actor.bureau(), run, REASONS);
    }

    /** Rejected rows in the order of the file, at most so many, after a line. */
    public List<RejectedRow> rejected(Actor actor, RunId run, long after, int limit) {
        actor.require(Action.READ, Intake.KIND);
        return rejected.page(actor.bureau(), run, after, limit);
    }

    /** Whether the rows that a run sent back can still be read: they go with their file, also where it came again since. */
    public boolean keepsRejected(Actor actor, Run run) {
        return run.rejected() > 0 && !rejected(actor, run.id(), -1, 1).isEmpty();
    }

    /** The rejected rows as a CSV file that can be corrected and sent again; leaves a trail. */
    public void writeRejected(Actor actor, RunId id, Words words, OutputStream out) throws IOException {
        actor.require(Action.WRITE, Intake.KIND);
        Run run = runs.get(actor.bureau(), id);
        StoredFile file = files.getKept(actor, run.file());
        if (run.rejected() > 0 && !keepsRejected(actor, run)) {
            throw Problem.conflict("intake.rejected.gone");
        }
        trail.record(actor, "intake.rejected", Intake.KIND, file.id().value(), "{\"rows\":" + run.rejected() + "}");
        FaultWords faults = new FaultWords(words, file, targets.get(file.target()));
        try (RejectedCsv csv = new RejectedCsv(out, file, id, faults, words)) {
            rejected.each(actor.bureau(), id, csv::row);
        }
    }
}
