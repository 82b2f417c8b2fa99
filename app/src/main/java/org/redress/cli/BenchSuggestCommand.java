package org.redress.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.suggestion.LearnedCase;
import org.redress.desk.recovery.suggestion.Measured;
import org.redress.desk.recovery.suggestion.SuggestionBench;
import org.redress.ground.intake.FileRows;
import org.redress.ground.intake.Synonyms;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code redress bench suggest}: learns and tests on labelled texts of files that lie outside the product, beside a plain
 * linear baseline and the most frequent label in the same run. Needs no database.
 */
@Command(name = "suggest", mixinStandardHelpOptions = true, description = "${bundle:cli.bench.suggest}")
final class BenchSuggestCommand implements Callable<Integer> {

    private static final int LEAST = 50;
    private static final int FOLDS = 5;

    /** Columns by their headings, the first that is there. */
    private static final Synonyms COLUMNS = Synonyms.of(BenchSuggestCommand.class, "/bench/columns.properties");

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "${bundle:cli.bench.suggest.files}")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "${bundle:cli.option.json}")
    private boolean json;

    @Option(names = "--lang", paramLabel = "TAG", description = "${bundle:cli.option.lang}")
    private String lang = Main.language().toLanguageTag();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<LearnedCase> cases = new ArrayList<>();
        for (Path file : files) {
            read(file, cases);
        }
        if (cases.size() < LEAST) {
            throw Problem.invalid("cli.bench.suggest", null, LEAST);
        }
        report(SuggestionBench.run(cases, FOLDS));
        return ExitCode.DONE;
    }

    private static void read(Path file, List<LearnedCase> cases) throws IOException {
        List<List<String>> rows = FileRows.read(file);
        List<String> heading = rows.getFirst().stream().map(String::strip).toList();
        int label = column(heading, COLUMNS.names("suggest.label"));
        int subject = column(heading, COLUMNS.names("suggest.subject"));
        int text = column(heading, COLUMNS.names("suggest.text"));
        if (label < 0 || text < 0) {
            throw Problem.invalid(
                    "cli.bench.suggest.columns", null, file.getFileName().toString());
        }
        for (List<String> row : rows.subList(1, rows.size())) {
            String type = cell(row, label).strip();
            LearnedCase one =
                    new LearnedCase(cell(row, subject).strip(), cell(row, text).strip(), type);
            if (!type.isEmpty() && !(one.subject() + one.text()).isBlank()) {
                cases.add(one);
            }
        }
    }

    private static String cell(List<String> row, int at) {
        return at >= 0 && at < row.size() ? row.get(at) : "";
    }

    private static int column(List<String> heading, List<String> names) {
        return names.stream()
                .mapToInt(heading::indexOf)
                .filter(at -> at >= 0)
                .findFirst()
                .orElse(-1);
    }

    private void report(SuggestionBench.Result result) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, @Nullable Object> answer = new LinkedHashMap<>();
            answer.put("given", result.given());
            answer.put("used", result.used());
            answer.put("labels", result.labels());
            answer.put("majority", figures(result.majority()));
            answer.put("baseline", figures(result.baseline()));
            answer.put("product", figures(result.product()));
            answer.put("errorUncalibrated", result.uncalibrated().error());
            out.println(JsonMapper.shared().writeValueAsString(answer));
            return;
        }
        Words words = Words.of(Locale.forLanguageTag(lang));
        out.println(words.text("cli.bench.suggest.cases", result.given(), result.used(), result.labels(), FOLDS));
        line(out, words, "majority", result.majority());
        line(out, words, "baseline", result.baseline());
        line(out, words, "product", result.product());
        out.println(words.text(
                "cli.bench.suggest.calibration",
                words.number(result.uncalibrated().error(), 3),
                words.number(result.product().error(), 3)));
    }

    private static Map<String, Object> figures(Measured measured) {
        return Map.of("accuracy", measured.accuracy(), "macroF1", measured.macroF1(), "error", measured.error());
    }

    private static void line(PrintWriter out, Words words, String who, Measured measured) {
        out.println(words.text(
                "cli.bench.suggest." + who, words.number(measured.accuracy(), 3), words.number(measured.macroF1(), 3)));
    }
}
