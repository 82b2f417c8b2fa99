package org.redress.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.improve.insight.effect.EffectTrial;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code redress bench effect}: how long all figures of the effect of recoveries take to be reckoned for many customers, beside
 * one statement of bare PostgreSQL that reads the same facts once and compares nobody.
 */
@Command(name = "effect", mixinStandardHelpOptions = true, description = "${bundle:cli.bench.effect}")
final class BenchEffectCommand implements Callable<Integer> {

    private static final int FEWEST = 1_000;
    private static final int TIMES = 3;
    private static final double NANOS = 1e9;

    @Option(
            names = "--customers",
            paramLabel = "N",
            defaultValue = "200000",
            description = "${bundle:cli.bench.option.customers}")
    private int customers;

    @Option(names = "--json", description = "${bundle:cli.option.json}")
    private boolean json;

    @Option(names = "--lang", paramLabel = "TAG", description = "${bundle:cli.option.lang}")
    private String lang = Main.language().toLanguageTag();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (customers < FEWEST) {
            throw Problem.invalid("cli.bench.rows", null, FEWEST);
        }
        Path directory = Files.createTempDirectory("redress-bench");
        try (Product product = Product.open(Where.at(directory.resolve("data")))) {
            Bureaus bureaus = product.get(Bureaus.class);
            Actor actor = bureaus.command(
                    bureaus.found("bench", "bench", ZoneId.of("Asia/Shanghai"), "CN", "CN", "CNY", false));
            EffectTrial trial = product.get(EffectTrial.class);
            trial.fill(actor, customers);
            report(seconds(() -> trial.reckon(actor)), bare(() -> trial.bare(actor)));
            return ExitCode.DONE;
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
    }

    private static double seconds(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / NANOS;
    }

    /** The shortest of some times: so short a statement may wait for others. */
    private static double bare(Runnable work) {
        double best = Double.MAX_VALUE;
        for (int n = 0; n < TIMES; n++) {
            best = Math.min(best, seconds(work));
        }
        return best;
    }

    private void report(double seconds, double bare) {
        double ratio = bare / seconds;
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("customers", customers);
            answer.put("seconds", seconds);
            answer.put("bareSeconds", bare);
            answer.put("ratio", ratio);
            spec.commandLine().getOut().println(JsonMapper.shared().writeValueAsString(answer));
            return;
        }
        Words words = Words.of(Locale.forLanguageTag(lang));
        spec.commandLine()
                .getOut()
                .println(words.text(
                        "cli.bench.effect.result",
                        customers,
                        words.number(seconds, 1),
                        words.number(bare, 2),
                        words.number(ratio, 3)));
    }
}
