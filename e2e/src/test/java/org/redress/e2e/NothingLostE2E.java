package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was confirmed stays: a server and an import are killed, a backup goes into another directory, a disk is full. One
 * bureau goes through all of it in this order, because a start of the product is what costs time here.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("S5.1")
@Tag("S5.3")
class NothingLostE2E {

    private static final int ROWS = 4_000;
    private static final int CONFIRMED = 40;

    /** In MiB: more than all of this needs, and less than the rows of one file need. */
    private static final int ROOMY = 900;

    private static final int TIGHT = 6;
    private static final Pattern NUMBER = Pattern.compile("class=\"id\">(T-\\d+)<");
    private static final Pattern PROGRESS = Pattern.compile("(?m)^([\\d,]+) of [\\d,]+ rows");

    @TempDir
    static Path folder;

    private static Path data;
    private static Path file;
    private static SmallDisk disk;
    private static Path restored;
    private static List<String> before = List.of();
    private static String passedWhileDown = "";
    private static @Nullable Product running;

    @BeforeAll
    static void begin() throws IOException {
        data = folder.resolve("data");
        file = ComplaintFile.many(folder, ROWS);
        disk = new SmallDisk(folder.resolve("disk"), ROOMY);
        restored = disk.path().resolve("data");
    }

    @AfterAll
    static void end() {
        end(running);
        disk.close();
    }

    private static void end(@Nullable Product product) {
        if (product != null) {
            product.close();
        }
    }

    /** RT 5.0.3: 201 Created for tickets that were never there. */
    @Test
    @Order(1)
    void a_killed_server_and_a_killed_import_lose_nothing_that_was_confirmed() throws Exception {
        Product killed = Product.start(data, "--empty");
        String password = killed.password();
        Map<String, String> confirmed = openAndKill(killed, password);

        long kept = RunningImport.killInTheMiddle(data, file);
        Product.Outcome rest = Product.run(data, "import", "complaints", file.toString(), "--json");
        assertThat(rest.code()).as(rest.said()).isZero();
        assertThat(rest.number("created")).as("the killed run had not ended").isPositive();
        assertThat(rest.number("unchanged"))
                .as("what the killed run had committed stays")
                .isBetween(kept, ROWS - 1L);
        assertThat(rest.number("created") + rest.number("unchanged")).isEqualTo(ROWS);
        Product.Outcome whole =
                Product.run(data, "import", "complaints", file.toString(), "--source", "undisturbed", "--json");
        assertThat(whole.number("created")).as(whole.said()).isEqualTo(ROWS);

        Product restarted = Product.start(data);
        running = restarted;
        List<String> tickets = tickets(data);
        assertThat(of(tickets, "many")).hasSize(ROWS).isEqualTo(of(tickets, "undisturbed"));
        Clerk clerk = new Clerk(restarted, "admin", password);
        for (Map.Entry<String, String> ticket : confirmed.entrySet()) {
            assertThat(clerk.read(ticket.getKey())).contains("断网了，客户很急", ticket.getValue());
        }
        running = eachClockFiresOnce(restarted);
    }

    /** A clock whose limit passes while the product is down is escalated when it is back, and not again after another start. */
    private static Product eachClockFiresOnce(Product back) throws IOException, SQLException {
        String first = passedWhileDown;
        await().atMost(Duration.ofMinutes(1)).until(() -> escalations(first) > 0);
        String second = fallsDue();
        back.kill();
        Product again = Product.start(data);
        await().atMost(Duration.ofMinutes(1)).until(() -> escalations(second) > 0);
        assertThat(escalations(first)).isEqualTo(1);
        assertThat(escalations(second)).isEqualTo(1);
        return again;
    }

    /** Lets the limit of one clock pass in a moment; which one. */
    private static String fallsDue() throws IOException, SQLException {
        try (Underneath database = Underneath.of(data)) {
            return database.ask("""
                    update commitment.clock set due_at = now() + interval '3 seconds', next_at = now() + interval '3 seconds'
                     where id = (select id from commitment.clock
                                  where ending = 'OPEN' and rung = 'NONE' and due_at > now() + interval '1 day'
                                  order by id limit 1)
                    returning id
                    """);
        }
    }

    private static long escalations(String clock) throws IOException, SQLException {
        try (Underneath database = Underneath.of(data)) {
            return database.count(
                    "select count(*) from commitment.escalation where clock = ?::uuid and rung = 'PERSON'", clock);
        }
    }

    /** Several people open tickets while the database dies and comes back, until the server dies too; by address the number that each was told, empty if not yet. */
    private static Map<String, String> openAndKill(Product product, String password) throws Exception {
        Map<String, String> confirmed = new ConcurrentHashMap<>();
        List<Thread> people = List.of(
                Thread.ofVirtual().start(() -> openUntilTheEnd(product, password, confirmed)),
                Thread.ofVirtual().start(() -> openUntilTheEnd(product, password, confirmed)),
                Thread.ofVirtual().start(() -> openUntilTheEnd(product, password, confirmed)));
        await().atMost(Duration.ofMinutes(2)).until(() -> confirmed.size() >= CONFIRMED);
        killDatabase();
        int before = confirmed.size();
        await().atMost(Duration.ofMinutes(2)).until(() -> confirmed.size() >= before + CONFIRMED);
        passedWhileDown = fallsDue();
        product.kill();
        for (Thread person : people) {
            person.join();
        }
        return confirmed;
    }

    /** The server of the database dies beneath the product, which goes on with another one. */
    private static void killDatabase() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"))
                .getFirst()
                .strip());
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
    }

    private static void openUntilTheEnd(Product product, String password, Map<String, String> confirmed) {
        try {
            Clerk clerk = new Clerk(product, "admin", password);
            while (true) {
                Optional<String> opened = clerk.open("断网了，客户很急");
                if (opened.isPresent()) {
                    String address = opened.get();
                    confirmed.put(address, "");
                    NUMBER.matcher(clerk.read(address))
                            .results()
                            .findFirst()
                            .ifPresent(number -> confirmed.put(address, number.group(1)));
                }
            }
        } catch (IOException killed) {
            // The server is gone, as it was meant to be.
        }
    }

    @Test
    @Order(2)
    void a_backup_of_the_running_product_makes_another_directory_equal_to_it() throws IOException {
        assumeTrue(running != null, "needs the bureau of the test before");
        Path backup = folder.resolve("backup.zip");
        Product.Outcome written = Product.run(data, "backup", backup.toString(), "--json");
        assertThat(written.code()).as(written.said()).isZero();
        assertThat(written.number("rows")).isGreaterThan(2 * ROWS);
        List<String> tickets = tickets(data);
        end(running);

        Product.Outcome refused =
                Product.run(restored, "restore", damaged(backup).toString());
        assertThat(refused.code()).isEqualTo(5);
        assertThat(refused.said()).contains("damaged.zip is damaged", "Nothing has been changed.");

        Product.Outcome read = Product.run(restored, "restore", backup.toString(), "--json");
        assertThat(read.code())
                .as("the damaged file has left nothing behind: " + read.said())
                .isZero();
        assertThat(read.number("rows")).isEqualTo(written.number("rows"));
        assertThat(read.number("tables")).isEqualTo(written.number("tables"));

        Product.Outcome again = Product.run(restored, "restore", backup.toString());
        assertThat(again.code()).isEqualTo(5);
        assertThat(again.said()).contains("The database holds data already", "choose another directory with --data");

        before = tickets(restored);
        assertThat(before).isEqualTo(tickets).anyMatch(line -> line.contains("断网了，客户很急"));
    }

    /** The same with one byte changed. */
    private static Path damaged(Path backup) throws IOException {
        byte[] bytes = Files.readAllBytes(backup);
        bytes[bytes.length / 2] ^= 1;
        return Files.write(folder.resolve("damaged.zip"), bytes);
    }

    @Test
    @Order(3)
    void an_import_on_a_full_disk_says_so_and_goes_on_when_there_is_room() throws IOException {
        assumeTrue(disk.there(), "a small disk cannot be mounted here: that needs the right to mount");
        assumeTrue(!before.isEmpty(), "needs the directory of the test before");
        disk.leave(TIGHT);
        Product.Outcome full =
                Product.run(restored, "import", "complaints", file.toString(), "--source", "full", "--json");
        assertThat(full.code()).as(full.said()).isEqualTo(1);
        assertThat(full.said())
                .contains("The disk that holds " + restored + " is full. Make room and run the command again")
                .doesNotContain("\tat ", "Exception");
        long confirmed = PROGRESS.matcher(full.said())
                .results()
                .mapToLong(NothingLostE2E::rows)
                .max()
                .orElse(0);

        disk.resize(ROOMY);
        Product.Outcome rest =
                Product.run(restored, "import", "complaints", file.toString(), "--source", "full", "--json");
        assertThat(rest.code()).as(rest.said()).isZero();
        assertThat(rest.number("created")).isPositive();
        assertThat(rest.number("unchanged"))
                .as("the disk was full in the middle, and what was confirmed stays")
                .isPositive()
                .isGreaterThanOrEqualTo(confirmed);
        assertThat(rest.number("created") + rest.number("unchanged")).isEqualTo(ROWS);
        List<String> after = tickets(restored);
        assertThat(of(after, "full")).isEqualTo(of(before, "undisturbed"));
        assertThat(after).hasSize(before.size() + ROWS).containsAll(before);
    }

    private static long rows(MatchResult progress) {
        return Long.parseLong(progress.group(1).replace(",", ""));
    }

    /** Every open ticket as the product exports it. */
    private static List<String> tickets(Path data) throws IOException {
        Path out = folder.resolve("tickets.csv");
        Product.Outcome exported = Product.run(data, "export", "tickets", out.toString(), "--view", "open");
        assertThat(exported.code()).as(exported.said()).isZero();
        try (var lines = Files.lines(out)) {
            return lines.skip(1).sorted().toList();
        }
    }

    /** Those of one source by what their rows said, without the numbers that the bureau gives. */
    private static List<String> of(List<String> tickets, String source) {
        return tickets.stream()
                .filter(line -> line.contains("," + source + ",K-"))
                .map(line -> line.substring(line.indexOf(',') + 1).replace("," + source + ",", ",,"))
                .sorted()
                .toList();
    }
}
