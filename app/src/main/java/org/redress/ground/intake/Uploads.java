package org.redress.ground.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.redress.ground.identity.Actor;
import org.redress.ground.intake.profile.Guesser;
import org.redress.ground.intake.profile.Profiler;
import org.redress.ground.intake.sheet.Resent;
import org.redress.ground.intake.sheet.Rows;
import org.redress.ground.intake.sheet.Sniffer;
import org.springframework.stereotype.Component;

/** Takes files in: looks at them, counts what stands in them, keeps them with a first guess of what they are. */
@Component
class Uploads {

    private static final int LONGEST_NAME = 200;

    private final FileStore files;
    private final RunStore runs;
    private final Templates templates;
    private final Targets targets;
    private final Clock clock;

    Uploads(FileStore files, RunStore runs, Templates templates, Targets targets, Clock clock) {
        this.files = files;
        this.runs = runs;
        this.templates = templates;
        this.targets = targets;
        this.clock = clock;
    }

    /** The filled rows below the heading of a file with this profile. */
    static Rows rows(Path file, FileProfile profile) throws IOException {
        Rows data = Rows.data(file, profile.layout());
        return profile.resent() ? Resent.rows(data, profile.columns().size()) : data;
    }

    FileId receive(Actor actor, String name, String target, InputStream in, LongConsumer progress) throws IOException {
        progress.accept(0);
        try (Spool spool = Spool.of(in)) {
            Optional<FileId> before = files.same(actor, spool.sha256());
            if (before.isPresent()) {
                return again(actor, files.get(actor, before.get()), spool, progress);
            }
            FileProfile profile = profile(actor, spool.path(), Sniffer.look(spool.path()), progress);
            String shown = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                    .strip();
            String kept = shown.isEmpty() ? "file" : shown.substring(0, Math.min(LONGEST_NAME, shown.length()));
            FileStore.Start start = start(actor, kept, targets.get(target), profile);
            Optional<FileId> added = files.add(actor, kept, spool, profile, start);
            return added.isPresent() ? added.get() : there(actor, spool, progress);
        }
    }

    /** What somebody else has sent while this one was looked at. */
    private FileId there(Actor actor, Spool spool, LongConsumer progress) throws IOException {
        FileId file = files.same(actor, spool.sha256()).orElseThrow();
        return again(actor, files.get(actor, file), spool, progress);
    }

    /** The same bytes are kept once, from now on; those that were dropped meanwhile are kept again, laid out as they were. */
    private FileId again(Actor actor, StoredFile file, Spool spool, LongConsumer progress) throws IOException {
        if (!files.renew(actor, file.id())) {
            FileProfile old = file.profile();
            Sniffer.Look look = new Sniffer.Look(old.layout(), old.confidence(), old.sure(), old.sheets());
            files.keepAgain(actor, file.id(), spool, profile(actor, spool.path(), look, progress));
        }
        return file.id();
    }

    /** Reads a stored file again by another layout. */
    FileProfile again(Actor actor, FileId file, FileProfile old, Layout layout, boolean findHeading)
            throws IOException {
        try (Spool spool = files.spool(actor, file)) {
            Sniffer.Look look = findHeading
                    ? Sniffer.again(spool.path(), layout)
                    : new Sniffer.Look(layout, old.confidence(), true, old.sheets());
            return profile(
                    actor,
                    spool.path(),
                    new Sniffer.Look(look.layout(), old.confidence(), look.sure(), old.sheets()),
                    rows -> {});
        }
    }

    private FileProfile profile(Actor actor, Path file, Sniffer.Look look, LongConsumer progress) throws IOException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
        return Profiler.of(file, look, actor.region(), today, progress);
    }

    /**
     * Settings of the run that sent these rows back, else like those of a template or file with the same headings, else by guess.
     */
    FileStore.Start start(Actor actor, String name, IntakeTarget target, FileProfile profile) {
        Optional<Run> sentBack = Optional.ofNullable(profile.sentBackBy())
                .flatMap(run -> runs.find(actor.bureau(), run))
                .filter(run -> run.target().equals(target.name()));
        if (sentBack.isPresent()) {
            return goOn(actor, target, profile, sentBack.get());
        }
        String headings = StoredFile.headings(profile);
        boolean headed =
                profile.columns().stream().anyMatch(column -> !column.name().isEmpty());
        Optional<FileStore.Start> like = headed ? templates.like(actor, target.name(), headings) : Optional.empty();
        return like.orElseGet(() -> {
            Mapping guess = Guesser.propose(target.fields(), profile);
            String source = stem(name);
            return new FileStore.Start(
                    target.name(),
                    source,
                    files.of(actor, target.name(), source).orElse(null),
                    guess);
        });
    }

    /** Corrected rows belong where the others of their file went, or would go where it was only tried. */
    private FileStore.Start goOn(Actor actor, IntakeTarget target, FileProfile profile, Run run) {
        boolean fits = run.mapping().uses().size() == profile.columns().size();
        Mapping mapping = fits ? withoutSpan(run.mapping()) : Guesser.propose(target.fields(), profile);
        if (run.kind() == Run.Kind.WRITE) {
            return new FileStore.Start(target.name(), run.source(), null, mapping);
        }
        StoredFile tried = files.get(actor, run.file());
        return new FileStore.Start(target.name(), tried.source(), tried.continues(), mapping);
    }

    /** Which months are certain is another matter in a few rows of a file than in all of it. */
    private static Mapping withoutSpan(Mapping mapping) {
        Map<String, Mapping.DateDecision> dates = new HashMap<>(mapping.dates());
        dates.values().removeIf(decision -> decision.choice() == Mapping.Choice.SWAP_OUTSIDERS);
        return new Mapping(mapping.uses(), dates, mapping.codes());
    }

    /** A name for a source of its own, after the file, that no other file has. */
    String ownSource(Actor actor, StoredFile file) {
        String stem = stem(file.name());
        String own = stem;
        for (int n = 2; files.of(actor, file.target(), own).isPresent(); n++) {
            own = stem + " " + n;
        }
        return own;
    }

    /** A file is called after where it is from; what follows the last dot is its kind. */
    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
