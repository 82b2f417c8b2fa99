package org.redress.ground.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.intake.profile.Guesser;
import org.redress.ground.intake.profile.Remarks;
import org.redress.ground.intake.reading.Conflicts;
import org.redress.ground.trail.Trail;
import org.redress.platform.jobs.Jobs;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files in. A file is received, its columns are mapped to the fields of a target, a trial says what would happen, a run
 * writes. Rows in are always created + updated + unchanged + rejected, and the same row again is unchanged. Needs the
 * permission {@code import}.
 */
@Component
public class Intake {

    static final String KIND = "import";
    static final String JOB = "intake.run";
    private static final int REASONS = 100;

    private final FileStore files;
    private final Uploads uploads;
    private final Templates templates;
    private final RunStore runs;
    private final RejectedStore rejected;
    private final Runner runner;
    private final Targets targets;
    private final Jobs jobs;
    private final Trail trail;

    Intake(
            FileStore files,
            Uploads uploads,
            Templates templates,
            RunStore runs,
            RejectedStore rejected,
            Runner runner,
            Targets targets,
            Jobs jobs,
            Trail trail) {
        this.files = files;
        this.uploads = uploads;
        this.templates = templates;
        this.runs = runs;
        this.rejected = rejected;
        this.runner = runner;
        this.targets = targets;
        this.jobs = jobs;
        this.trail = trail;
    }

    /** Names of what rows can become. */
    public List<String> targets() {
        return targets.all().stream().map(IntakeTarget::name).toList();
    }

    /** What rows become in a target, in a language. */
    public String name(String target, Words words) {
        return words.text(targets.get(target).label());
    }

    public List<IntakeField> fields(String target) {
        return targets.get(target).fields();
    }

    /**
     * Takes a file in, looks at it and guesses what its columns are; settings of a template or an earlier file with the
     * same headings are taken over. A file with the same bytes is not kept twice: the first one is returned.
     *
     * @param name as its owner calls it
     * @throws Problem with a code {@code intake.file.*} or {@code intake.csv.*} where it is no table of rows
     */
    public FileId receive(Actor actor, String name, String target, InputStream in) {
        actor.require(Action.WRITE, KIND);
        try {
            FileId id = uploads.receive(actor, name, target, in);
            StoredFile file = files.get(actor, id);
            if (!file.target().equals(target)) {
                retarget(actor, file, target);
            }
            trail.record(
                    actor,
                    "intake.receive",
                    KIND,
                    id.value(),
                    "{\"rows\":" + file.profile().rows() + "}");
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public StoredFile file(Actor actor, FileId file) {
        actor.require(Action.READ, KIND);
        return files.get(actor, file);
    }

    /** Files newest first, each with its newest run; at most so many, after one of them or from the start. */
    public List<FileLine> files(Actor actor, @Nullable FileId after, int limit) {
        actor.require(Action.READ, KIND);
        List<FileLine> lines = files.list(actor, after, limit);
        Map<FileId, Run> last = new HashMap<>();
        for (Run run : runs.newest(actor, lines.stream().map(FileLine::id).toList())) {
            last.merge(run.file(), run, (a, b) -> a.kind() == Run.Kind.WRITE ? a : b);
        }
        return lines.stream()
                .map(l -> new FileLine(
                        l.id(), l.name(), l.size(), l.rows(), l.receivedAt(), l.receivedBy(), last.get(l.id())))
                .toList();
    }

    /**
     * Reads a file by another layout and guesses anew.
     *
     * @param findHeading whether the heading is looked for; else the layout says where it is
     */
    public void relayout(Actor actor, FileId id, int version, Layout layout, boolean findHeading) {
        actor.require(Action.WRITE, KIND);
        StoredFile file = files.get(actor, id);
        if (runs.newest(actor, List.of(id)).stream().anyMatch(run -> !run.ended())) {
            throw Problem.conflict("intake.run.underway");
        }
        try {
            FileProfile profile = uploads.again(actor, id, file.profile(), layout, findHeading);
            Mapping mapping = Guesser.propose(fields(file.target()), profile);
            files.set(actor, with(file, version, file.target(), file.source(), profile, mapping));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void retarget(Actor actor, StoredFile file, String target) {
        FileStore.Start start = uploads.start(actor, file.name(), targets.get(target), file.profile());
        files.set(actor, with(file, file.version(), target, start.source(), file.profile(), start.mapping()));
    }

    /** Keeps the settings that a person made; a conflict where somebody else changed them since that version. */
    public void settle(Actor actor, FileId id, int version, String source, Mapping mapping) {
        actor.require(Action.WRITE, KIND);
        if (source.isBlank() || source.length() > 100) {
            throw Problem.invalid("intake.source", "source");
        }
        StoredFile file = files.get(actor, id);
        Mappings.check(fields(file.target()), file.profile(), mapping);
        files.set(actor, with(file, version, file.target(), source.strip(), file.profile(), mapping));
    }

    private static StoredFile with(
            StoredFile file, int version, String target, String source, FileProfile profile, Mapping mapping) {
        return new StoredFile(
                file.id(),
                file.name(),
                file.size(),
                file.receivedAt(),
                file.receivedBy(),
                target,
                source,
                profile,
                mapping,
                version);
    }

    /** Says fields, columns and faults of a file in a language. */
    public FaultWords words(StoredFile file, Words words) {
        return new FaultWords(words, file, targets.get(file.target()));
    }

    /** What each column is taken for, how surely, and what to know about it; by position. */
    public List<Guess> guesses(StoredFile file) {
        return Remarks.of(fields(file.target()), file.profile(), file.mapping());
    }

    /** Where dates can be read both ways and a person must decide, or has decided. */
    public List<DateConflict> conflicts(StoredFile file) {
        return Conflicts.of(fields(file.target()), file.profile(), file.mapping());
    }

    /** The first rows as they are read with the present settings. */
    public List<PreviewRow> preview(Actor actor, StoredFile file) {
        actor.require(Action.READ, KIND);
        return runner.batches(actor, file, file.mapping())
                .preview(file.profile().first());
    }

    /** Keeps the settings of a file under a name, for the next file with the same headings. */
    @Transactional
    public void saveTemplate(Actor actor, FileId id, String name) {
        actor.require(Action.WRITE, KIND);
        if (name.isBlank() || name.length() > 60) {
            throw Problem.invalid("intake.template.name", "name");
        }
        templates.save(actor, name.strip(), files.get(actor, id));
    }

    /** Names of the saved settings that fit a file, the last saved first. */
    public List<String> templates(Actor actor, StoredFile file) {
        return templates.names(actor, file.target(), file.headings());
    }

    /** Takes the settings that were saved under a name. */
    public void useTemplate(Actor actor, FileId id, int version, String name) {
        StoredFile file = file(actor, id);
        FileStore.Start start = templates
                .find(actor, file.target(), name)
                .orElseThrow(() -> Problem.absent("intake.template.absent", name));
        settle(actor, id, version, start.source(), start.mapping());
    }

    /** Starts a run in the background; with the settings as they are now, whatever happens to them later. */
    @Transactional
    public RunId start(Actor actor, FileId id, Run.Kind kind) {
        RunId run = enter(actor, id, kind);
        jobs.start(JOB, run.value().toString(), actor.bureau().value() + " " + run.value());
        return run;
    }

    private RunId enter(Actor actor, FileId id, Run.Kind kind) {
        actor.require(Action.WRITE, KIND);
        StoredFile file = files.get(actor, id);
        Mappings.check(fields(file.target()), file.profile(), file.mapping());
        if (kind == Run.Kind.WRITE) {
            Mappings.requireDecided(conflicts(file), file.mapping());
        }
        RunId run = runs.add(actor, file, kind);
        trail.record(actor, "intake." + (kind == Run.Kind.WRITE ? "write" : "try"), KIND, id.value(), "{}");
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
        actor.require(Action.READ, KIND);
        return runs.get(actor.bureau(), run);
    }

    /** The newest run of each kind of a file. */
    public List<Run> runs(Actor actor, FileId file) {
        actor.require(Action.READ, KIND);
        return runs.newest(actor, List.of(file));
    }

    /** The imports of the bureau that are under way. */
    public List<Run> underWay(Actor actor) {
        actor.require(Action.READ, KIND);
        return runs.underWay(actor);
    }

    /** Stops a run after the batch that it is at; what was written stays. */
    public void stop(Actor actor, RunId run) {
        actor.require(Action.WRITE, KIND);
        runs.stop(actor, run);
    }

    /** Why rows were rejected, the commonest reason first. */
    public List<Reason> reasons(Actor actor, RunId run) {
        actor.require(Action.READ, KIND);
        return rejected.reasons(actor.bureau(), run, REASONS);
    }

    /** Rejected rows in the order of the file, at most so many, after a line. */
    public List<RejectedRow> rejected(Actor actor, RunId run, long after, int limit) {
        actor.require(Action.READ, KIND);
        return rejected.page(actor.bureau(), run, after, limit);
    }

    /** The rejected rows as a CSV file that can be corrected and sent again; leaves a trail. */
    public void writeRejected(Actor actor, RunId id, Words words, OutputStream out) throws IOException {
        actor.require(Action.WRITE, KIND);
        Run run = runs.get(actor.bureau(), id);
        StoredFile file = files.get(actor, run.file());
        trail.record(actor, "intake.rejected", KIND, file.id().value(), "{\"rows\":" + run.rejected() + "}");
        try (RejectedCsv csv = new RejectedCsv(out, file, words(file, words), words)) {
            rejected.each(actor.bureau(), id, csv::row);
        }
    }
}
