package org.redress.cli;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.commitment.Calendars;
import org.redress.ground.commitment.ClockStart;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.rulebook.Limit;
import org.redress.ground.rulebook.Rulebook;
import org.redress.ground.rulebook.Unit;
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
 * {@code redress bench clocks}: arms many clocks in a database of its own, lets some of them come to their warning while it
 * watches, evenly and then all at once, and says how late that was told; beside it bare PostgreSQL, which only finds as many
 * ripe rows, marks them and writes a row for each.
 */
@Command(name = "clocks", mixinStandardHelpOptions = true, description = "${bundle:cli.bench.clocks}")
final class BenchClocksCommand implements Callable<Integer> {

    private static final String NAME = "bench";
    private static final String LATENESS = "redress.clock.lateness";
    private static final int BATCH = 500;
    private static final int TAKEN = 200;
    private static final int LIMIT_SECONDS = 36_000;
    private static final int LEAD_SECONDS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Option(
            names = "--clocks",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "${bundle:cli.bench.option.clocks}")
    private int clocks;

    @Option(names = "--rate", paramLabel = "N", defaultValue = "50", description = "${bundle:cli.bench.option.rate}")
    private int rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "${bundle:cli.bench.option.seconds}")
    private int seconds;

    @Option(names = "--json", description = "${bundle:cli.option.json}")
    private boolean json;

    @Option(names = "--lang", paramLabel = "TAG", description = "${bundle:cli.option.lang}")
    private String lang = Main.language().toLanguageTag();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** What came of one part: how many happened, and how late. */
    private record Part(long fired, double median, double p99, double longest) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (clocks < BATCH || rate < 1 || seconds < 1 || (long) rate * seconds > clocks) {
            throw Problem.invalid("cli.bench.clocks", null, BATCH);
        }
        Path directory = Files.createTempDirectory("redress-bench");
        try {
            return measure(Where.at(directory.resolve("data")));
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
    }

    private int measure(Where where) throws InterruptedException {
        int some = rate * seconds;
        double armed;
        List<UUID> tickets;
        Actor actor;
        try (Product product = Product.open(where)) {
            Bureaus bureaus = product.get(Bureaus.class);
            actor = bureaus.command(
                    bureaus.found("bench", "bench", ZoneId.of("Asia/Shanghai"), "CN", "CN", "CNY", false));
            bureaus.addUnit(actor.bureau(), "bench", "bench", "bench");
            armed = arm(product, actor);
            tickets = tickets(product, actor, 2 * some);
            product.get(JdbcTemplate.class).execute("analyze");
        }
        Part even;
        try (Product product = Product.atWork(where)) {
            even = watch(product, actor, tickets.subList(0, some), 1.0 / rate);
        }
        Part atOnce;
        double bare;
        try (Product product = Product.atWork(where)) {
            atOnce = watch(product, actor, tickets.subList(some, 2 * some), 0);
            bare = bare(product, some);
        }
        report(armed, even, atOnce, some / bare);
        return even.fired() == some && atOnce.fired() == some ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** Arms clocks whose warning is weeks away; gives how many a second. */
    private double arm(Product product, Actor actor) {
        Commitments commitments = product.get(Commitments.class);
        Words words = Words.of(Locale.forLanguageTag(lang));
        ProgressLine line = new ProgressLine(spec.commandLine().getErr());
        Instant start = now(product);
        long begun = System.nanoTime();
        for (int done = 0; done < clocks; done += BATCH) {
            List<ClockStart> starts = new ArrayList<>(BATCH);
            for (int i = done; i < Math.min(clocks, done + BATCH); i++) {
                starts.add(ClockStart.within(
                        Limit.elapsedDays(30 + i % 60), Subject.ticket(Ids.next()), NAME, Calendars.ALWAYS, start));
            }
            commitments.startAll(actor, starts);
            line.show(words, "cli.bench.progress", starts.size() + done, clocks);
        }
        line.end();
        return clocks / ((System.nanoTime() - begun) / 1e9);
    }

    private static List<UUID> tickets(Product product, Actor actor, int count) {
        Tickets tickets = product.get(Tickets.class);
        List<UUID> ids = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ids.add(tickets.open(
                            actor,
                            new NewTicket(
                                    TicketKind.SUGGESTION, Channel.OTHER, "bench " + i, "", null, null, null, null))
                    .id()
                    .value());
        }
        return ids;
    }

    /** Lets a clock of each ticket come to its warning, one every {@code apart} seconds, and waits until each has. */
    private static Part watch(Product product, Actor actor, List<UUID> tickets, double apart)
            throws InterruptedException {
        Timer timer = product.get(MeterRegistry.class).get(LATENESS).timer();
        Instant first = now(product).plusSeconds(LEAD_SECONDS);
        long warnAfter = LIMIT_SECONDS * (100L - warnPercent(product, actor)) / 100;
        List<ClockStart> starts = new ArrayList<>();
        for (int i = 0; i < tickets.size(); i++) {
            Instant at = first.plusSeconds((long) (i * apart)).minusSeconds(warnAfter);
            starts.add(ClockStart.within(
                    new Limit(LIMIT_SECONDS, Unit.ELAPSED_SECONDS),
                    Subject.ticket(tickets.get(i)),
                    NAME,
                    Calendars.ALWAYS,
                    at));
        }
        product.get(Commitments.class).startAll(actor, starts);
        Instant end = now(product).plus(PATIENCE);
        while (timer.count() < tickets.size() && now(product).isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        HistogramSnapshot seen = timer.takeSnapshot();
        return new Part(
                timer.count(), percentile(seen, 0.5), percentile(seen, 0.99), seen.max(TimeUnit.MILLISECONDS) / 1000);
    }

    private static Instant now(Product product) {
        return product.get(Clock.class).instant();
    }

    private static int warnPercent(Product product, Actor actor) {
        return product.get(Rulebook.class)
                .get(
                        actor.bureau(),
                        "clock.warn",
                        now(product).atZone(actor.zone()).toLocalDate())
                .amount()
                .intValueExact();
    }

    private static double percentile(HistogramSnapshot seen, double which) {
        return Arrays.stream(seen.percentileValues())
                        .filter(value -> value.percentile() == which)
                        .mapToDouble(value -> value.value(TimeUnit.MILLISECONDS))
                        .findFirst()
                        .orElseThrow()
                / 1000;
    }

    /** Seconds that the database alone takes for as many ripe rows among as many others. */
    private double bare(Product product, int ripe) {
        JdbcTemplate jdbc = product.get(JdbcTemplate.class);
        TransactionTemplate transaction = product.get(TransactionTemplate.class);
        jdbc.execute("create table bare (id bigint primary key, next_at timestamptz)");
        jdbc.execute("create table bare_fired (id bigint primary key, at timestamptz)");
        jdbc.update(
                "insert into bare select n, ?::timestamptz + case when n <= ? then interval '0' else interval '30 days' end"
                        + " from generate_series(1, ?) n",
                Timestamp.from(now(product)),
                ripe,
                clocks);
        jdbc.execute("create index on bare (next_at, id) where next_at is not null");
        jdbc.execute("analyze bare");
        long begun = System.nanoTime();
        int done;
        do {
            done = transaction.execute(status -> bareBatch(jdbc));
        } while (done > 0);
        return (System.nanoTime() - begun) / 1e9;
    }

    private static int bareBatch(JdbcTemplate jdbc) {
        List<Object[]> ids = jdbc.query(
                "select id from bare where next_at <= now() order by next_at, id limit " + TAKEN
                        + " for update skip locked",
                (row, n) -> new Object[] {row.getLong(1)});
        jdbc.batchUpdate("update bare set next_at = null where id = ?", ids);
        jdbc.batchUpdate("insert into bare_fired values (?, now())", ids);
        return ids.size();
    }

    private void report(double armed, Part even, Part atOnce, double bareRate) {
        double rateAtOnce = atOnce.fired() / atOnce.longest();
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("clocks", clocks);
            answer.put("armedPerSecond", Math.round(armed));
            answer.put("even", even);
            answer.put("atOnce", atOnce);
            answer.put("perSecond", Math.round(rateAtOnce));
            answer.put("barePerSecond", Math.round(bareRate));
            answer.put("ratio", rateAtOnce / bareRate);
            spec.commandLine().getOut().println(JsonMapper.shared().writeValueAsString(answer));
            return;
        }
        Words words = Words.of(Locale.forLanguageTag(lang));
        spec.commandLine()
                .getOut()
                .println(words.text(
                        "cli.bench.clocks.result",
                        clocks,
                        Math.round(armed),
                        even.fired(),
                        words.number(even.median(), 2),
                        words.number(even.p99(), 2),
                        words.number(even.longest(), 2),
                        atOnce.fired(),
                        words.number(atOnce.longest(), 2),
                        Math.round(rateAtOnce),
                        Math.round(bareRate),
                        words.number(rateAtOnce / bareRate, 3)));
    }
}
