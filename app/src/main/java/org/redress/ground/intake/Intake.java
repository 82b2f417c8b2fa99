package org.redress.ground.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.intake.profile.Guesser;
import org.redress.ground.intake.profile.Remarks;
import org.redress.ground.intake.reading.Conflicts;
import org.redress.ground.trail.Trail;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files in. A file is received, its columns are mapped to the fields of a target; {@link IntakeRuns} try and write its rows.
 * Needs the permission {@code import}.
 */
@Component
public class Intake {

    static final String KIND = "import";

    private final FileStore files;
    private final KeptFiles kept;
    private final Uploads uploads;
    private final Templates templates;
    private final RunStore runs;
    private final Runner runner;
    private final Targets targets;
    private final Trail trail;

    Intake(
            FileStore files,
            KeptFiles kept,
            Uploads uploads,
            Templates templates,
            RunStore runs,
            Runner runner,
            Targets targets,
            Trail trail) {
        this.files = files;
        this.kept = kept;
        this.uploads = uploads;
        this.templates = templates;
        this.runs = runs;
        this.runner = runner;
        this.targets = targets;
        this.trail = trail;
    }

    /** Names of what rows can become. */
    public List<String> targets(Actor actor) {
        return targets.open(actor).stream().map(IntakeTarget::name).toList();
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
     * same headings are taken over, the source of an earlier file as a proposal only. A file with the same bytes is not kept
     * twice: the first one is returned.
     *
     * @param name as its owner calls it
     * @throws Problem with a code {@code intake.file.*} or {@code intake.csv.*} where it is no table of rows
     */
    public FileId receive(Actor actor, String name, String target, InputStream in) {
        return receive(actor, name, target, in, rows -> {});
    }

    /**
     * The same, telling how far it is.
     *
     * @param progress is told how many rows have been looked at
     */
    public FileId receive(Actor actor, String name, String target, InputStream in, LongConsumer progress) {
        actor.require(Action.WRITE, KIND);
        targets.open(actor, target);
        try {
            FileId id = uploads.receive(actor, name, target, in, progress);
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
        StoredFile file = files.getKept(actor, id);
        if (runs.newest(actor, List.of(id)).stream().anyMatch(run -> !run.ended())) {
            throw Problem.conflict("intake.run.underway");
        }
        try {
            FileProfile profile = uploads.again(actor, id, file.profile(), layout, findHeading);
            Mapping mapping = Guesser.propose(fields(file.target()), profile);
            files.set(actor, with(file, version, file.target(), file.source(), file.continues(), profile, mapping));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void retarget(Actor actor, StoredFile file, String target) {
        FileStore.Start start = uploads.start(actor, file.name(), targets.get(target), file.profile());
        files.set(
                actor,
                with(file, file.version(), target, start.source(), start.continues(), file.profile(), start.mapping()));
    }

    /**
     * Keeps the settings that a person made; a conflict where somebody else changed them since that version.
     *
     * @param source where the person says that the file is from; null leaves it as it is, and in doubt where it is so
     */
    public void settle(Actor actor, FileId id, int version, @Nullable String source, Mapping mapping) {
        actor.require(Action.WRITE, KIND);
        if (source != null && (source.isBlank() || source.length() > 100)) {
            throw Problem.invalid("intake.source", "source");
        }
        StoredFile file = files.get(actor, id);
        Mappings.check(fields(file.target()), file.profile(), mapping);
        String said = source == null ? file.source() : source.strip();
        StoredFile.Earlier doubt = source == null ? file.continues() : null;
        files.set(actor, with(file, version, file.target(), said, doubt, file.profile(), mapping));
    }

    /** What the source of a file could be called that is from nowhere that an earlier file is from. */
    public String ownSource(Actor actor, StoredFile file) {
        actor.require(Action.READ, KIND);
        return uploads.ownSource(actor, file);
    }

    private static StoredFile with(
            StoredFile file,
            int version,
            String target,
            String source,
            StoredFile.@Nullable Earlier continues,
            FileProfile profile,
            Mapping mapping) {
        return new StoredFile(
                file.id(),
                file.name(),
                file.size(),
                file.receivedAt(),
                file.receivedBy(),
                target,
                source,
                continues,
                profile,
                mapping,
                version,
                file.droppedAt());
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
        StoredFile file = files.get(actor, id);
        file.requireSource();
        templates.save(actor, name.strip(), file);
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

    /**
     * Covers what must not be read any more in rejected rows, in what is shown of files and in their settings, for whoever may
     * black out customers. The bytes of a file stay as they came until it is dropped.
     *
     * @param folded the same for words as {@link Fold#of} gives them
     * @return in how many files, rows and settings something was covered
     */
    public int redact(Actor actor, UnaryOperator<String> words, UnaryOperator<String> folded) {
        actor.require(Action.REDACT, "customer");
        return kept.cover(actor.bureau(), words, folded);
    }
}
