package org.redress.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.redress.desk.recovery.ledger.CompensationRuns;
import org.redress.desk.recovery.ledger.Proposal;
import org.redress.desk.recovery.ledger.Run;
import org.redress.desk.recovery.ledger.RunResult;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.Unit;
import org.redress.ground.party.CustomerId;
import org.redress.platform.database.Ids;
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
 * {@code redress bench ledger}: promises and posts many compensations in runs, each entry with the triggers that keep the book
 * balanced and its sums; beside it bare inserts of the same rows into tables with the same keys and indexes and nothing else.
 */
@Command(name = "ledger", mixinStandardHelpOptions = true, description = "${bundle:cli.bench.ledger}")
final class BenchLedgerCommand implements Callable<Integer> {

    private static final int RUN = 2_000;
    private static final int TENTH = 10;
    private static final long SEED = 20261130;
    private static final CurrencyUnit YUAN = CurrencyUnit.of("CNY");
    private static final double NANOS = 1e9;

    private static final String COMPENSATION = """
            insert into bare_compensation (bureau, id, key, basis, customer, unit, type, run, giver, amount, currency, day,
                                           proposed_at, account, version)
            values (1, ?, ?, 'RUN', ?, ?, 'rent-waiver', ?, ?, ?, 'CNY', ?, now(), 'POSTED', 3)
            """;

    private static final String ENTRIES = """
            insert into bare_entry (bureau, id, compensation, kind, source, target, amount, why, entered_by, entered_at)
            select 1, gen_random_uuid(), c.id, k.kind, k.source, k.target, c.amount, '', c.giver, now()
              from bare_compensation c
             cross join (values ('PROPOSE', 'ALLOWANCE', 'PENDING'), ('APPROVE', 'PENDING', 'PROMISED'),
                                ('POST', 'PROMISED', 'POSTED')) k (kind, source, target)
             where c.bureau = 1 and c.run = ?
            """;

    private static final String LINES = """
            insert into bare_line (bureau, entry, seq, account, amount)
            select 1, e.id, s.seq, case s.seq when 1 then e.target else e.source end, case s.seq when 1 then e.amount else -e.amount end
              from bare_compensation c
              join bare_entry e on e.bureau = 1 and e.compensation = c.id
             cross join (values (1), (2)) s (seq)
             where c.bureau = 1 and c.run = ?
            """;

    @Option(
            names = "--compensations",
            paramLabel = "N",
            defaultValue = "100000",
            description = "${bundle:cli.bench.option.compensations}")
    private int compensations;

    @Option(names = "--json", description = "${bundle:cli.option.json}")
    private boolean json;

    @Option(names = "--lang", paramLabel = "TAG", description = "${bundle:cli.option.lang}")
    private String lang = Main.language().toLanguageTag();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private final SplittableRandom random = new SplittableRandom(SEED);

    /** So many a second over all, and over the last tenth, when the book is large. */
    private record Rate(double all, double last) {}

    /** One run of so many. */
    private interface One {
        void write(int from, int until);
    }

    @Override
    public Integer call() throws IOException {
        if (compensations < RUN * TENTH) {
            throw Problem.invalid("cli.bench.rows", null, RUN * TENTH);
        }
        Path directory = Files.createTempDirectory("redress-bench");
        try (Product product = Product.open(Where.at(directory.resolve("data")))) {
            Bureaus bureaus = product.get(Bureaus.class);
            Actor actor = bureaus.command(
                    bureaus.found("bench", "bench", ZoneId.of("Asia/Shanghai"), "CN", "CN", "CNY", false));
            Unit unit = bureaus.addUnit(actor.bureau(), "bench", "bench", "bench");
            Rate book = rate((from, until) -> run(product, actor, unit, from, until));
            Rate bare = bare(product, unit);
            report(book, bare);
            return ExitCode.DONE;
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
    }

    private Rate rate(One one) {
        Words words = words();
        ProgressLine line = new ProgressLine(spec.commandLine().getErr());
        int last = compensations - compensations / TENTH;
        long begun = System.nanoTime();
        long lastBegun = begun;
        int counted = 0;
        for (int done = 0; done < compensations; done += RUN) {
            if (done >= last && counted == 0) {
                lastBegun = System.nanoTime();
                counted = compensations - done;
            }
            int until = Math.min(compensations, done + RUN);
            one.write(done, until);
            line.show(words, "cli.bench.progress", until, compensations);
        }
        line.end();
        long ended = System.nanoTime();
        return new Rate(compensations / ((ended - begun) / NANOS), counted / ((ended - lastBegun) / NANOS));
    }

    private Words words() {
        return Words.of(Locale.forLanguageTag(lang));
    }

    private Money sum() {
        return Money.ofMinor(YUAN, random.nextInt(100, 20_000));
    }

    /** Customers come back as they do: about five compensations each. */
    private CustomerId customer(int number) {
        return new CustomerId(new UUID(0x7000L, number % Math.max(1, compensations / 5)));
    }

    private void run(Product product, Actor actor, Unit unit, int from, int until) {
        List<Proposal> proposals = new ArrayList<>(until - from);
        for (int n = from; n < until; n++) {
            proposals.add(Proposal.of("bench." + n, null, customer(n), unit.id(), "rent-waiver", null, null, sum()));
        }
        Run run = new Run(
                Ids.next(), new StaffId(new UUID(0x7000L, 1)), new StaffId(new UUID(0x7000L, 2)), null, proposals);
        CompensationRuns runs = product.get(CompensationRuns.class);
        if (!(runs.promise(actor, run) instanceof RunResult.Promised)
                || runs.post(actor, run.id()) != proposals.size()) {
            throw new IllegalStateException("the run was not posted: " + run.id());
        }
    }

    private Rate bare(Product product, Unit unit) {
        JdbcTemplate jdbc = product.get(JdbcTemplate.class);
        TransactionTemplate transaction = product.get(TransactionTemplate.class);
        for (String table : List.of("compensation", "entry", "line")) {
            jdbc.execute("create table bare_" + table + " (like recovery." + table + " including all)");
        }
        Date today = Date.valueOf(LocalDate.of(2026, 11, 30));
        return rate((from, until) -> {
            UUID run = Ids.next();
            UUID giver = new UUID(0x7000L, 1);
            List<Object[]> rows = new ArrayList<>(until - from);
            for (int n = from; n < until; n++) {
                rows.add(new Object[] {
                    Ids.next(),
                    "bench." + n,
                    customer(n).value(),
                    unit.id().value(),
                    run,
                    giver,
                    sum().getAmount(),
                    today
                });
            }
            transaction.executeWithoutResult(status -> {
                jdbc.batchUpdate(COMPENSATION, rows);
                jdbc.update(ENTRIES, run);
                jdbc.update(LINES, run);
            });
        });
    }

    private void report(Rate book, Rate bare) {
        double ratio = book.all() / bare.all();
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("compensations", compensations);
            answer.put("perSecond", Math.round(book.all()));
            answer.put("lastTenthPerSecond", Math.round(book.last()));
            answer.put("barePerSecond", Math.round(bare.all()));
            answer.put("bareLastTenthPerSecond", Math.round(bare.last()));
            answer.put("ratio", ratio);
            spec.commandLine().getOut().println(JsonMapper.shared().writeValueAsString(answer));
            return;
        }
        Words words = words();
        spec.commandLine()
                .getOut()
                .println(words.text(
                        "cli.bench.ledger.result",
                        compensations,
                        Math.round(book.all()),
                        Math.round(book.last()),
                        Math.round(bare.all()),
                        Math.round(bare.last()),
                        words.number(ratio, 3)));
    }
}
