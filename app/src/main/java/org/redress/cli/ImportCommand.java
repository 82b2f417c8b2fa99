package org.redress.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.intake.DateConflict;
import org.redress.ground.intake.FaultWords;
import org.redress.ground.intake.FileId;
import org.redress.ground.intake.Intake;
import org.redress.ground.intake.IntakeRuns;
import org.redress.ground.intake.Reason;
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
import tools.jackson.databind.json.JsonMapper;

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

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw Problem.absent("file.absent", file.toString());
        }
        Path folder = sentBack().toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw Problem.invalid("file.unwritable", null, sentBack().toString());
        }
        try (Product product = Product.open(where)) {
            return run(product);
        }
    }

    /** Where the rows go that are sent back. */
    private Path sentBack() {
        return rejected != null ? rejected : Path.of(file.getFileName() + ".rejected.csv");
    }

    private int run(Product product) throws IOException {
        Words words = where.words();
        Actor actor = product.actor().speaking(words.locale());
        Intake intake = product.get(Intake.class);
        IntakeRuns intakeRuns = product.get(IntakeRuns.class);
        List<String> targets = intake.targets(actor);
        if (!targets.contains(target)) {
            throw Problem.invalid("cli.target", null, target, String.join(", ", targets));
        }
        FileId id = receive(intake, actor);
        if (template != null) {
            intake.useTemplate(actor, id, intake.file(actor, id).version(), template);
        }
        StoredFile stored = settle(intake, actor, intake.file(actor, id));
        if (saveAs != null) {
            intake.saveTemplate(actor, id, saveAs);
        }
        List<DateConflict> open = intake.conflicts(stored).stream()
                .filter(c ->
                        stored.mapping().decision(c.field()).choice() == org.redress.ground.intake.Mapping.Choice.OPEN)
                .toList();
        if (!open.isEmpty() && !trial) {
            open.forEach(conflict -> new ConflictWords(words, intake.words(stored, words))
                    .say(conflict, spec.commandLine().getErr()));
            return ExitCode.REFUSED;
        }
        Run outcome = read(intakeRuns, actor, id, words);
        product.get(Outbox.class).drain();
        return report(intakeRuns, actor, intake.words(intake.file(actor, id), words), outcome, words);
    }

    private FileId receive(Intake intake, Actor actor) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return intake.receive(actor, String.valueOf(file.getFileName()), target, in);
        }
    }

    private StoredFile settle(Intake intake, Actor actor, StoredFile stored) {
        if (source == null && columns.isEmpty() && dates.isEmpty()) {
            return stored;
        }
        intake.settle(
                actor,
                stored.id(),
                stored.version(),
                source == null ? stored.source() : source,
                new MappingOptions(intake.fields(stored.target()), stored).apply(columns, dates));
        return intake.file(actor, stored.id());
    }

    private Run read(IntakeRuns intakeRuns, Actor actor, FileId id, Words words) {
        ProgressLine line = new ProgressLine(spec.commandLine().getErr());
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

    private int report(IntakeRuns intakeRuns, Actor actor, FaultWords faults, Run run, Words words) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path back = run.rejected() > 0 && !trial ? sendBack(intakeRuns, actor, run, words) : null;
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("run", run.id().value().toString());
            answer.put("state", run.state().name().toLowerCase(java.util.Locale.ROOT));
            answer.put("rows", run.done());
            answer.put("created", run.created());
            answer.put("updated", run.updated());
            answer.put("unchanged", run.unchanged());
            answer.put("rejected", run.rejected());
            answer.put("rejectedFile", back == null ? null : back.toString());
            out.println(JsonMapper.shared().writeValueAsString(answer));
        } else {
            out.println(words.text(
                    trial ? "cli.import.tried" : "cli.import.done",
                    run.done(),
                    run.created(),
                    run.updated(),
                    run.unchanged(),
                    run.rejected()));
            for (Reason reason : intakeRuns.reasons(actor, run.id())) {
                out.println("  " + words.number(reason.rows()) + "  " + faults.reason(reason.fault()));
            }
            if (back != null) {
                out.println(words.text("cli.import.rejected", back.toString()));
            }
        }
        if (run.state() != Run.State.DONE) {
            return ExitCode.FAILED;
        }
        return run.rejected() > 0 ? ExitCode.PARTLY : ExitCode.DONE;
    }

    private Path sendBack(IntakeRuns intakeRuns, Actor actor, Run run, Words words) throws IOException {
        Path back = sentBack();
        try (OutputStream out = Files.newOutputStream(back)) {
            intakeRuns.writeRejected(actor, run.id(), words, out);
        }
        return back;
    }
}
