package org.redress.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.improve.insight.cases.Asked;
import org.redress.improve.insight.cases.CaseBase;
import org.redress.improve.insight.cases.CaseTrial;
import org.redress.platform.database.Ids;
import org.redress.platform.text.Words;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code redress bench cases}: how often what should be found is among the first five similar cases, beside PostgreSQL's own
 * full text and its trigrams on the same texts; and how long it takes among many cases.
 */
@Command(name = "cases", mixinStandardHelpOptions = true, description = "${bundle:cli.bench.cases}")
final class BenchCasesCommand implements Callable<Integer> {

    private static final int FIRST = 5;
    private static final int BATCH = 2_000;
    private static final int QUESTIONS = 300;
    private static final int PSEUDO_WORDS = 60_000;
    private static final int FIRST_HAN = 0x4e00;
    private static final int HAN = 5_000;
    private static final long SEED = 20261130;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "${bundle:cli.bench.option.labelled}")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--cases", paramLabel = "N", defaultValue = "0", description = "${bundle:cli.bench.option.cases}")
    private int cases;

    @Option(names = "--json", description = "${bundle:cli.option.json}")
    private boolean json;

    @Option(names = "--lang", paramLabel = "TAG", description = "${bundle:cli.option.lang}")
    private String lang = Main.language().toLanguageTag();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** Shares found among the first five. */
    private record Quality(int texts, int questions, double product, double fullText, double trigrams) {}

    /** Milliseconds. */
    private record Speed(int cases, double median, double p95, double longest) {}

    @Override
    public Integer call() throws IOException {
        LabelledTexts labelled = files.isEmpty() ? LabelledTexts.own() : LabelledTexts.of(files);
        Path directory = Files.createTempDirectory("redress-bench");
        try (Product product = Product.open(Where.at(directory.resolve("data")))) {
            Quality quality = quality(product, labelled);
            Speed speed = cases == 0 ? null : speed(product, labelled);
            report(quality, speed);
            return ExitCode.DONE;
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
    }

    private static Actor bureau(Product product) {
        Bureaus bureaus = product.get(Bureaus.class);
        return bureaus.command(bureaus.found("Bench", "Bench", ZoneId.of("Asia/Shanghai"), "CN", "CN", "CNY", false));
    }

    private Quality quality(Product product, LabelledTexts labelled) {
        Actor actor = bureau(product);
        CaseTrial trial = product.get(CaseTrial.class);
        trial.add(
                actor,
                labelled.texts().entrySet().stream()
                        .map(one -> new CaseTrial.Text(one.getKey(), one.getValue()))
                        .toList());
        trial.count(actor);
        trial.settle();
        BareSearch bare = new BareSearch(product.get(JdbcTemplate.class));
        bare.fill(labelled.texts());
        CaseBase base = product.get(CaseBase.class);
        return new Quality(
                labelled.texts().size(),
                labelled.questions().size(),
                recall(labelled, asked -> CaseTrial.ids(base.similar(actor, Asked.words(asked, ""), FIRST))),
                recall(labelled, asked -> bare.fullText(asked, FIRST)),
                recall(labelled, asked -> bare.trigrams(asked, FIRST)));
    }

    /** The share of what should be found that is among the first five, on average over the questions. */
    private static double recall(LabelledTexts labelled, Function<String, List<UUID>> search) {
        return labelled.questions().stream()
                .mapToDouble(question -> {
                    List<UUID> found = search.apply(question.words());
                    long hits =
                            question.relevant().stream().filter(found::contains).count();
                    return (double) hits / Math.min(FIRST, question.relevant().size());
                })
                .average()
                .orElse(0);
    }

    /** Many cases: sentences of the labelled texts, each among words whose frequencies fall as those of a language do. */
    private Speed speed(Product product, LabelledTexts labelled) {
        Actor actor = bureau(product);
        CaseTrial trial = product.get(CaseTrial.class);
        List<String> sentences = List.copyOf(labelled.texts().values());
        SplittableRandom random = new SplittableRandom(SEED);
        Words language = Words.of(Locale.forLanguageTag(lang));
        ProgressLine line = new ProgressLine(spec.commandLine().getErr());
        List<String> some = new ArrayList<>();
        for (int done = 0; done < cases; done += BATCH) {
            List<CaseTrial.Text> batch = new ArrayList<>();
            for (int i = 0; i < Math.min(BATCH, cases - done); i++) {
                batch.add(new CaseTrial.Text(Ids.next(), text(sentences, random)));
            }
            trial.add(actor, batch);
            some.add(batch.getFirst().words());
            line.show(language, "cli.bench.progress", done + batch.size(), cases);
        }
        trial.count(actor);
        trial.settle();
        line.end();
        CaseBase base = product.get(CaseBase.class);
        double[] took = new double[QUESTIONS];
        for (int i = -QUESTIONS / 3; i < QUESTIONS; i++) {
            String words = some.get(random.nextInt(some.size()));
            String typed = words.substring(0, Math.min(words.length(), random.nextInt(8, 80)));
            long start = System.nanoTime();
            base.similar(actor, Asked.words(typed, ""), FIRST);
            if (i >= 0) {
                took[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(took);
        return new Speed(cases, took[QUESTIONS / 2], took[QUESTIONS * 95 / 100], took[QUESTIONS - 1]);
    }

    private static String text(List<String> sentences, SplittableRandom random) {
        String sentence = sentences.get(random.nextInt(sentences.size()));
        StringBuilder text = new StringBuilder(sentence.substring(0, Math.min(sentence.length(), 60)));
        for (int i = 0; i < 12; i++) {
            int rank = (int) Math.pow(PSEUDO_WORDS, random.nextDouble());
            text.append('，')
                    .appendCodePoint(FIRST_HAN + rank * 7919 % HAN)
                    .appendCodePoint(FIRST_HAN + rank * 104_729 % HAN);
        }
        return text.toString();
    }

    private void report(Quality quality, @org.jspecify.annotations.Nullable Speed speed) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("texts", quality.texts());
            answer.put("questions", quality.questions());
            answer.put("recallAt5", quality.product());
            answer.put("fullTextRecallAt5", quality.fullText());
            answer.put("trigramRecallAt5", quality.trigrams());
            if (speed != null) {
                answer.put("cases", speed.cases());
                answer.put("medianMillis", speed.median());
                answer.put("p95Millis", speed.p95());
                answer.put("longestMillis", speed.longest());
            }
            out.println(JsonMapper.shared().writeValueAsString(answer));
            return;
        }
        Words words = Words.of(Locale.forLanguageTag(lang));
        out.println(words.text(
                "cli.bench.cases.result",
                quality.texts(),
                quality.questions(),
                words.number(quality.product(), 3),
                words.number(quality.fullText(), 3),
                words.number(quality.trigrams(), 3)));
        if (speed != null) {
            out.println(words.text(
                    "cli.bench.cases.speed",
                    speed.cases(),
                    words.number(speed.median(), 1),
                    words.number(speed.p95(), 1),
                    words.number(speed.longest(), 1)));
        }
    }
}
