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
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.improve.insight.cases.Asked;
import org.redress.improve.insight.cases.CaseBase;
import org.redress.improve.insight.cases.CaseTerms;
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
    private static final int BARE_QUESTIONS = 30;
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

    /** The same for questions in the other language than their cases. */
    private record Across(int questions, double product, double fullText) {}

    /** Milliseconds; those of the bare database in the middle, and how many times as long it takes. */
    private record Speed(int cases, double median, double p95, double longest, double bare) {

        double ratio() {
            return bare / median;
        }
    }

    @Override
    public Integer call() throws IOException {
        LabelledTexts labelled = files.isEmpty() ? LabelledTexts.own() : LabelledTexts.of(files);
        Path directory = Files.createTempDirectory("redress-bench");
        try (Product product = Product.open(Where.at(directory.resolve("data")))) {
            Actor actor = bureau(product);
            BareSearch bare = new BareSearch(product.get(JdbcTemplate.class));
            Quality quality = quality(product, actor, labelled, bare);
            Across across = labelled.across().isEmpty() ? null : across(product, actor, labelled, bare);
            Speed speed = cases == 0 ? null : speed(product, labelled, bare);
            report(quality, across, speed);
            return ExitCode.DONE;
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
    }

    private static Actor bureau(Product product) {
        Bureaus bureaus = product.get(Bureaus.class);
        return bureaus.command(bureaus.found("Bench", "Bench", ZoneId.of("Asia/Shanghai"), "CN", "CN", "CNY", false));
    }

    private Quality quality(Product product, Actor actor, LabelledTexts labelled, BareSearch bare) {
        CaseTrial trial = product.get(CaseTrial.class);
        trial.add(
                actor,
                labelled.texts().entrySet().stream()
                        .map(one -> new CaseTrial.Text(one.getKey(), one.getValue()))
                        .toList());
        trial.count(actor);
        trial.settle();
        bare.fill(labelled.texts());
        CaseBase base = product.get(CaseBase.class);
        return new Quality(
                labelled.texts().size(),
                labelled.questions().size(),
                recall(
                        labelled.questions(),
                        asked -> CaseTrial.ids(base.similar(actor, Asked.words(asked, ""), FIRST))),
                recall(labelled.questions(), asked -> bare.fullText(asked, FIRST)),
                recall(labelled.questions(), asked -> bare.trigrams(asked, FIRST)));
    }

    /** By the words of the type that a question tells, as while somebody types. */
    private static Across across(Product product, Actor actor, LabelledTexts labelled, BareSearch bare) {
        CaseBase base = product.get(CaseBase.class);
        CaseTrial trial = product.get(CaseTrial.class);
        return new Across(
                labelled.across().size(),
                recall(
                        labelled.across(),
                        asked -> CaseTrial.ids(base.similar(actor, trial.typed(actor, asked), FIRST))),
                recall(labelled.across(), asked -> bare.fullText(asked, FIRST)));
    }

    /** The share of what should be found that is among the first five, on average over the questions. */
    private static double recall(List<LabelledTexts.Question> questions, Function<String, List<UUID>> search) {
        return questions.stream()
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
    private Speed speed(Product product, LabelledTexts labelled, BareSearch bare) {
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
        bare.fillTerms(actor.bureau().value());
        List<String> typed = typed(some, random);
        double[] took = took(typed, QUESTIONS / 3, asked -> base.similar(actor, Asked.words(asked, ""), FIRST));
        double[] alone = took(
                typed.subList(0, BARE_QUESTIONS),
                BARE_QUESTIONS / 3,
                asked -> bare.terms(CaseTerms.of(asked).counts().keySet(), FIRST));
        return new Speed(
                cases, took[QUESTIONS / 2], took[QUESTIONS * 95 / 100], took[QUESTIONS - 1], alone[BARE_QUESTIONS / 2]);
    }

    /** Beginnings of some of the texts. */
    private static List<String> typed(List<String> some, SplittableRandom random) {
        return java.util.stream.IntStream.range(0, QUESTIONS)
                .mapToObj(n -> some.get(random.nextInt(some.size())))
                .map(words -> words.substring(0, Math.min(words.length(), random.nextInt(8, 80))))
                .toList();
    }

    /** Milliseconds for each question, the shortest first; some are asked before, so that what is needed is in memory. */
    private static double[] took(List<String> typed, int warm, java.util.function.Consumer<String> search) {
        typed.subList(0, warm).forEach(search);
        double[] took = new double[typed.size()];
        for (int i = 0; i < took.length; i++) {
            long start = System.nanoTime();
            search.accept(typed.get(i));
            took[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(took);
        return took;
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

    private void report(Quality quality, @Nullable Across across, @Nullable Speed speed) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("texts", quality.texts());
            answer.put("questions", quality.questions());
            answer.put("recallAt5", quality.product());
            answer.put("fullTextRecallAt5", quality.fullText());
            answer.put("trigramRecallAt5", quality.trigrams());
            if (across != null) {
                answer.put("acrossQuestions", across.questions());
                answer.put("acrossRecallAt5", across.product());
                answer.put("acrossFullTextRecallAt5", across.fullText());
            }
            if (speed != null) {
                answer.put("cases", speed.cases());
                answer.put("medianMillis", speed.median());
                answer.put("p95Millis", speed.p95());
                answer.put("longestMillis", speed.longest());
                answer.put("bareMedianMillis", speed.bare());
                answer.put("ratio", speed.ratio());
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
        if (across != null) {
            out.println(words.text(
                    "cli.bench.cases.across",
                    across.questions(),
                    words.number(across.product(), 3),
                    words.number(across.fullText(), 3)));
        }
        if (speed != null) {
            out.println(words.text(
                    "cli.bench.cases.speed",
                    speed.cases(),
                    words.number(speed.median(), 1),
                    words.number(speed.p95(), 1),
                    words.number(speed.longest(), 1),
                    words.number(speed.bare(), 1),
                    words.number(speed.ratio(), 1)));
        }
    }
}
