package org.redress.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.intake.DateConflict;
import org.redress.ground.intake.FaultWords;
import org.redress.ground.intake.FileId;
import org.redress.ground.intake.FileProfile;
import org.redress.ground.intake.Intake;
import org.redress.ground.intake.IntakeRuns;
import org.redress.ground.intake.Layout;
import org.redress.ground.intake.Mapping;
import org.redress.ground.intake.Run;
import org.redress.ground.intake.StoredFile;
import org.redress.platform.jobs.Outbox;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code redress import TARGET FILE}: what the import page does, for scripts. */
@Command(name = "import", mixinStandardHelpOptions = true, description = "${bundle:cli.import}")
final class ImportCommand implements Callable<Integer> {

    @Mixin
    private final Where where = new Where();

    @Parameters(index = "0", paramLabel = "TARGET", description = "${bundle:cli.import.target}")
    private String target = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "${bundle:cli.import.file}")
    private Path file = Path.of("");

    @Option(names = "--source", paramLabel = "NAME", description = "${bundle:cli.import.option.source}")
    private @Nullable String source;

    @Option(names = "--heading", paramLabel = "N|none", description = "${bundle:cli.import.option.heading}")
    private @Nullable String heading;

    @Option(names = "--template", paramLabel = "NAME", description = "${bundle:cli.import.option.template}")
    private @Nullable String template;

    @Option(names = "--map", paramLabel = "FIELD=COLUMN", description = "${bundle:cli.import.option.map}")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(names = "--dates", paramLabel = "FIELD=HOW", description = "${bundle:cli.import.option.dates}")
    private Map<String, String> dates = new LinkedHashMap<>();

    @Option(names = "--save-as", paramLabel = "NAME", description = "${bundle:cli.import.option.saveas}")
    private @Nullable String saveAs;

    @Option(names = "--trial", description = "${bundle:cli.import.option.trial}")
    private boolean trial;

    @Option(names = "--rejected", paramLabel = "FILE", description = "${bundle:cli.import.option.rejected}")
    private @Nullable Path rejected;

    @Option(names = "--json", description = "${bundle:cli.option.json}")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private final Function<PrintWriter, ProgressLine> lines;

    ImportCommand() {
        this(ProgressLine::new);
    }

    ImportCommand(Function<PrintWriter, ProgressLine> lines) {
        this.lines = lines;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw Problem.absent("file.absent", file.toString());
        }
        if (!Files.isReadable(file)) {
            throw Problem.invalid("file.unreadable", null, file.toString());
        }
        Path back = sentBack();
        Path folder = back.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw Problem.invalid("file.unwritable", null, back.toString());
        }
        try (Product product = Product.open(where)) {
            return run(product, back);
        }
    }

    /** Where the rows go that are sent back: never over what is there. */
    private Path sentBack() {
        if (rejected != null) {
            if (Files.exists(rejected)) {
                throw Problem.invalid("file.there", null, rejected.toString());
            }
            return rejected;
        }
        return free(Path.of(""), file.getFileName() + ".rejected");
    }

    /** A name for a CSV file in a folder at which nothing is. */
    static Path free(Path folder, String name) {
        Path free = folder.resolve(name + ".csv");
        for (int n = 2; Files.exists(free); n++) {
            free = folder.resolve(name + "-" + n + ".csv");
        }
        return free;
    }

    private int run(Product product, Path back) throws IOException {
        Words words = where.words();
        Actor actor = product.actor().speaking(words.locale());
        Intake intake = product.get(Intake.class);
        IntakeRuns intakeRuns = product.get(IntakeRuns.class);
        List<String> targets = intake.targets(actor);
        if (!targets.contains(target)) {
            throw Problem.invalid("cli.target", null, target, String.join(", ", targets));
        }
        FileId id = receive(intake, actor, words);
        if (heading != null) {
            layOut(intake, actor, intake.file(actor, id), HeadingWords.rows(heading));
        }
        if (template != null) {
            intake.useTemplate(actor, id, intake.file(actor, id).version(), template);
        }
        StoredFile stored = settle(intake, actor, intake.file(actor, id));
        HeadingWords said = new HeadingWords(words, stored, intake.words(stored, words));
        said.say(spec.commandLine().getErr());
        if (heading == null && !stored.profile().sure() && !trial) {
            said.doubt(spec.commandLine().getErr());
            return ExitCode.REFUSED;
        }
        if (stored.continues() != null && !trial) {
            spec.commandLine()
                    .getErr()
                    .println(words.text(
                            "cli.import.source",
                            stored.source(),
                            stored.continues().name()));
            return ExitCode.REFUSED;
        }
        if (saveAs != null) {
            intake.saveTemplate(actor, id, saveAs);
        }
        if (!trial && conflicts(intake, stored, words)) {
            return ExitCode.REFUSED;
        }
        Run outcome = read(intakeRuns, actor, id, words);
        ProgressLine line = lines.apply(spec.commandLine().getErr());
        product.get(Outbox.class).drain(messages -> line.show(words, "cli.import.following", messages));
        line.end();
        return report(intakeRuns, actor, stored.profile(), intake.words(stored, words), outcome, back, words);
    }

    private FileId receive(Intake intake, Actor actor, Words words) throws IOException {
        ProgressLine line = lines.apply(spec.commandLine().getErr());
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return intake.receive(
                    actor,
                    String.valueOf(file.getFileName()),
                    target,
                    in,
                    rows -> line.show(words, "cli.import.looking", rows));
        } finally {
            line.end();
        }
    }

    private static void layOut(Intake intake, Actor actor, StoredFile stored, int rows) {
        Layout found = stored.profile().layout();
        if (found.header() != rows) {
            intake.relayout(actor, stored.id(), stored.version(), found.withHeader(rows), false);
        }
    }

    /** Says which dates are in doubt; whether there are any. */
    private boolean conflicts(Intake intake, StoredFile stored, Words words) {
        List<DateConflict> open = intake.conflicts(stored).stream()
                .filter(conflict -> stored.mapping().decision(conflict.field()).choice() == Mapping.Choice.OPEN)
                .toList();
        ConflictWords said = new ConflictWords(words, intake.words(stored, words));
        open.forEach(conflict -> said.say(conflict, spec.commandLine().getErr()));
        return !open.isEmpty();
    }

    private StoredFile settle(Intake intake, Actor actor, StoredFile stored) {
        if (source == null && columns.isEmpty() && dates.isEmpty()) {
            return stored;
        }
        intake.settle(
                actor,
                stored.id(),
                stored.version(),
                source,
                new MappingOptions(intake.fields(stored.target()), stored).apply(columns, dates));
        return intake.file(actor, stored.id());
    }

    private Run read(IntakeRuns intakeRuns, Actor actor, FileId id, Words words) {
        ProgressLine line = lines.apply(spec.commandLine().getErr());
        Run outcome = intakeRuns.runNow(
                actor,
                id,
                trial ? Run.Kind.TRIAL : Run.Kind.WRITE,
                run -> line.show(words.text(
                        "cli.import.progress",
                        run.done(),
                        run.total(),
                        run.rate(),
                        run.left() == null ? "–" : words.duration(run.left()))));
        line.end();
        return outcome;
    }

    private int report(
            IntakeRuns intakeRuns,
            Actor actor,
            FileProfile profile,
            FaultWords faults,
            Run run,
            Path sentBack,
            Words words)
            throws IOException {
        Path back = null;
        if (run.rejected() > 0 && !trial) {
            back = sentBack;
            try (OutputStream out = Files.newOutputStream(back, StandardOpenOption.CREATE_NEW)) {
                intakeRuns.writeRejected(actor, run.id(), words, out);
            }
        }
        ImportReport report = new ImportReport(run, profile.layout().header(), back);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(report.json());
        } else {
            report.say(out, words, faults, intakeRuns.reasons(actor, run.id()));
        }
        if (run.state() != Run.State.DONE) {
            return ExitCode.FAILED;
        }
        return run.rejected() > 0 ? ExitCode.PARTLY : ExitCode.DONE;
    }
}
