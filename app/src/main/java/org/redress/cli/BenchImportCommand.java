package org.redress.cli;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.intake.FileId;
import org.redress.ground.intake.Intake;
import org.redress.ground.intake.IntakeRuns;
import org.redress.ground.intake.Run;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code redress bench import}: imports generated complaints into a database of its own, and writes the same rows bare, one
 * insert each into one table, in transactions of the same size. The ratio is what the product's work costs.
 */
@Command(name = "import", mixinStandardHelpOptions = true, description = "${bundle:cli.bench.import}")
final class BenchImportCommand implements Callable<Integer> {

    private static final int BATCH = 500;
    private static final double NANOS = 1e9;
    private static final BenchSample SAMPLE = BenchSample.read();

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "100000",
            description = "${bundle:cli.bench.option.rows}")
    private int rows;

    @Option(names = "--json", description = "${bundle:cli.option.json}")
    private boolean json;

    @Option(names = "--lang", paramLabel = "TAG", description = "${bundle:cli.option.lang}")
    private String lang = Main.language().toLanguageTag();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (rows < BATCH) {
            throw Problem.invalid("cli.bench.rows", null, BATCH);
        }
        Path directory = Files.createTempDirectory("redress-bench");
        try {
            Path file = write(directory.resolve("complaints.csv"));
            try (Product product = Product.open(Where.at(directory.resolve("data")))) {
                double bare = bare(product, file);
                Run run = product(product, file);
                report(bare, run);
                return run.state() == Run.State.DONE && run.created() == rows ? ExitCode.DONE : ExitCode.FAILED;
            }
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
    }

    private Path write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(SAMPLE.heading() + "\n");
            for (int i = 0; i < rows; i++) {
                out.write(SAMPLE.row(i, rows) + "\n");
            }
        }
        return file;
    }

    /** Seconds for the rows alone. */
    private double bare(Product product, Path file) throws IOException {
        JdbcTemplate jdbc = product.get(JdbcTemplate.class);
        TransactionTemplate transaction = product.get(TransactionTemplate.class);
        jdbc.execute("create table bare (number text primary key, at text, phone text, place text, channel text, "
                + "subject text, body text, state text)");
        long start = System.nanoTime();
        try (var lines = Files.lines(file).skip(1)) {
            List<Object[]> batch = new ArrayList<>(BATCH);
            lines.forEach(line -> {
                batch.add(line.split(",", 8));
                if (batch.size() == BATCH) {
                    insert(jdbc, transaction, batch);
                }
            });
            insert(jdbc, transaction, batch);
        }
        return (System.nanoTime() - start) / NANOS;
    }

    private static void insert(JdbcTemplate jdbc, TransactionTemplate transaction, List<Object[]> batch) {
        transaction.executeWithoutResult(
                status -> jdbc.batchUpdate("insert into bare values (?, ?, ?, ?, ?, ?, ?, ?)", batch));
        batch.clear();
    }

    private Run product(Product product, Path file) throws IOException {
        Bureaus bureaus = product.get(Bureaus.class);
        Actor actor = bureaus.command(
                bureaus.found(SAMPLE.bureau(), "Bench", ZoneId.of("Asia/Shanghai"), "CN", "CN", "CNY", false));
        Intake intake = product.get(Intake.class);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            FileId id = intake.receive(actor, "complaints.csv", "complaints", in);
            Words words = Words.of(Locale.forLanguageTag(lang));
            ProgressLine line = new ProgressLine(spec.commandLine().getErr());
            Run run = product.get(IntakeRuns.class)
                    .runNow(
                            actor,
                            id,
                            Run.Kind.WRITE,
                            now -> line.show(words, "cli.bench.progress", now.done(), now.total()));
            line.end();
            return run;
        }
    }

    private void report(double bareSeconds, Run run) {
        double seconds =
                java.time.Duration.between(run.startedAt(), run.endedAt() == null ? run.startedAt() : run.endedAt())
                                .toMillis()
                        / 1000.0;
        double ratio = bareSeconds / seconds;
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("rows", rows);
            answer.put("created", run.created());
            answer.put("rowsPerSecond", Math.round(rows / seconds));
            answer.put("bareRowsPerSecond", Math.round(rows / bareSeconds));
            answer.put("ratio", ratio);
            answer.put("heapMiB", Runtime.getRuntime().maxMemory() >> 20);
            out.println(JsonMapper.shared().writeValueAsString(answer));
            return;
        }
        Words words = Words.of(Locale.forLanguageTag(lang));
        out.println(words.text(
                "cli.bench.import.result",
                rows,
                Math.round(rows / seconds),
                Math.round(rows / bareSeconds),
                words.number(ratio, 2),
                Runtime.getRuntime().maxMemory() >> 20));
    }
}
