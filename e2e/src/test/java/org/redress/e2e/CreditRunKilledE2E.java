package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An exchange with thousands of customers was down, and the process of the product is killed while it posts their credits.
 * Started again, it goes on by itself: everybody gets theirs once, to the cent of the preview, and one letter.
 */
@Tag("S4.4")
class CreditRunKilledE2E {

    private static final int CUSTOMERS = 4_000;
    private static final String EXCHANGE = "北山局";
    /** Which repairs what that exchange serves. */
    private static final String CREW = "线路一班";

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** For each customer the rent that a law owes, and what is given by choice. */
    private static final long POSTINGS = 2L * CUSTOMERS;

    private static final String STATE = "select state from recovery.credit_run where id = ?";
    private static final String POSTED = "select posted from recovery.credit_run where id = ?";

    @TempDir
    static Path folder;

    private Path data = Path.of("");
    private String password = "";
    private @Nullable Product running;

    @BeforeEach
    void place() {
        data = folder.resolve("data");
        DemonstrationData.into(data);
    }

    @AfterEach
    void end() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    void a_run_that_is_killed_while_it_posts_goes_on_and_pays_everybody_once() throws Exception {
        Product first = started();
        Product.Outcome entered =
                Product.run(data, "import", "customers", file().toString(), "--source", "crm", "--json");
        assertThat(entered.number("created")).as(entered.said()).isEqualTo(CUSTOMERS);
        Product.Outcome booked = Product.run(data, "import", "lines", lines().toString(), "--json");
        assertThat(booked.number("created")).as(booked.said()).isEqualTo(CUSTOMERS);
        UUID run;
        BigDecimal preview;
        try (Underneath database = Underneath.of(data)) {
            Clerk head = new Clerk(first, "zheng", password);
            UUID outage = outage(head);
            String page = head.press("/credits", Map.of("problem", outage.toString()));
            run = UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
            await().atMost(PATIENCE).until(() -> database.ask(STATE, run).equals("PROPOSED"));
            preview = total(head.read(page + "/customers.csv"));
            approve(first, database, run, "luo");
            approve(first, database, run, "peng");
            killedWhilePosting(first, database, run);
        }
        Product again = started();
        try (Underneath database = Underneath.of(data)) {
            await().atMost(PATIENCE).until(() -> database.ask(STATE, run).equals("POSTED"));
            everybodyOnce(database, run, preview);
        }
        assertThat(total(new Clerk(again, "luo", password).read("/credits/" + run + "/customers.csv")))
                .isEqualByComparingTo(preview);
    }

    private Product started() {
        Product product = Product.start(data);
        password = product.demoPassword("lin");
        running = product;
        return product;
    }

    private static Path file() throws IOException {
        StringBuilder csv = new StringBuilder("客户编号,姓名,联系电话\r\n");
        for (int n = 0; n < CUSTOMERS; n++) {
            csv.append("BS-%d,北山用户%d,%d\r\n".formatted(n, n, 13_700_100_000L + n));
        }
        return Files.writeString(folder.resolve("customers.csv"), csv);
    }

    private static Path lines() throws IOException {
        StringBuilder csv = new StringBuilder("业务号码,业务类型,装机地址,局站,城乡,客户编号,月租费,包修部门\r\n");
        for (int n = 0; n < CUSTOMERS; n++) {
            csv.append("0500-9%07d,固话,北山路%d号,%s,城区,BS-%d,30.00,%s\r\n".formatted(n, n, EXCHANGE, n, CREW));
        }
        return Files.writeString(folder.resolve("lines.csv"), csv);
    }

    /** Declared and ended on the page: it has lasted for three days. */
    private static UUID outage(Clerk head) throws Exception {
        LocalDateTime now = LocalDateTime.now(ZoneId.of("Asia/Shanghai")).truncatedTo(ChronoUnit.MINUTES);
        String page = head.press(
                "/faults/outages",
                Map.of(
                        "exchange",
                        EXCHANGE,
                        "reason",
                        "塌方埋断光缆",
                        "since",
                        now.minusHours(75).toString(),
                        "end",
                        now.plusDays(2).toString()));
        head.press(page + "/end", Map.of("at", now.minusHours(3).toString()));
        return UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
    }

    private void approve(Product product, Underneath database, UUID run, String who) throws Exception {
        String version = database.ask("select version from recovery.credit_run where id = ?", run);
        new Clerk(product, who, password).press("/credits/" + run + "/approve", Map.of("version", version));
    }

    private static void killedWhilePosting(Product product, Underneath database, UUID run) throws Exception {
        long posted = await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(3))
                .until(() -> database.count(POSTED, run), done -> done > 0);
        String state = database.ask(STATE, run);
        product.kill();
        assertThat(state).isEqualTo("POSTING");
        assertThat(posted).as("some were posted, and some not").isLessThan(POSTINGS);
    }

    private static void everybodyOnce(Underneath database, UUID run, BigDecimal preview) throws Exception {
        String key = "credit." + run + ".%";
        for (String basis : List.of("OWED", "RUN")) {
            String of = " from recovery.compensation where key like ? and account = 'POSTED' and basis = ?";
            assertThat(database.count("select count(*)" + of, key, basis)).isEqualTo(CUSTOMERS);
            assertThat(database.count("select count(distinct customer)" + of, key, basis))
                    .isEqualTo(CUSTOMERS);
        }
        assertThat(database.count("select count(*) from recovery.compensation where key like ?", key))
                .as("nothing is left half done")
                .isEqualTo(POSTINGS);
        assertThat(database.count("""
                        select count(*) from recovery.entry e
                          join recovery.compensation c on c.bureau = e.bureau and c.id = e.compensation
                         where c.key like ? and e.kind = 'POST'
                        """, key)).isEqualTo(POSTINGS);
        assertThat(new BigDecimal(database.ask("select sum(amount) from recovery.compensation where key like ?", key)))
                .isEqualByComparingTo(preview);
        String letters = """
                 from notification.message m join recovery.credit_share s on s.bureau = m.bureau and s.id = m.subject
                where m.code = 'credit.posted' and s.run = ?""";
        assertThat(database.count("select count(*)" + letters, run)).isEqualTo(CUSTOMERS);
        assertThat(database.count("select count(distinct s.customer)" + letters, run))
                .isEqualTo(CUSTOMERS);
        assertThat(database.ask("select sum(l.amount) from recovery.line l"))
                .as("double entry")
                .satisfies(sum -> assertThat(new BigDecimal(sum)).isEqualByComparingTo(BigDecimal.ZERO));
    }

    /** What the file of a run says that its customers get, together. */
    private static BigDecimal total(String csv) {
        List<String> rows = csv.lines().skip(1).toList();
        assertThat(rows).hasSize(CUSTOMERS);
        return rows.stream().map(row -> new BigDecimal(row.split(",", -1)[6])).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
