package org.redress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.demo.Demonstration;
import org.redress.platform.database.EmbeddedPostgres;
import org.redress.platform.database.RunningDatabase;
import org.redress.support.TestDatabase;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands on a product of their own, and what a second start is told. */
class CommandsIT {

    private static final String PASSWORD = "a-long-enough-password";

    @TempDir
    Path folder;

    private record Said(int code, String out, String err) {

        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    private static Said run(List<String> options, String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(options);
        arguments.addAll(List.of("--lang", "en"));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] typed = arguments.toArray(String[]::new);
        int code = Main.line(typed)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(typed);
        return new Said(code, out.toString(), err.toString());
    }

    /** A database of its own with an empty bureau and its administrator. */
    private List<String> founded() {
        List<String> options =
                List.of("--data", folder.resolve("data").toString(), "--db", TestDatabase.freshDatabase());
        Where where = new Where();
        new CommandLine(where).parseArgs(options.toArray(String[]::new));
        try (Product product = Product.open(where)) {
            product.get(Demonstration.class).foundEmpty(PASSWORD);
        }
        return options;
    }

    @Test
    void a_program_reads_what_commands_say_and_their_exit_codes() throws IOException {
        List<String> there = founded();
        assertThat(run(there, "user", "disable", "admin").code()).isZero();
        JsonNode staff = run(there, "user", "list", "--json").json();
        assertThat(staff).hasSize(1);
        assertThat(staff.get(0).get("signIn").asString()).isEqualTo("admin");
        assertThat(staff.get(0).get("active").asBoolean()).isFalse();
        JsonNode added = run(
                        there, "user", "add", "lin", "--name", "Lin", "--number", "2107", "--post", "head", "--json")
                .json();
        assertThat(added.get("signIn").asString()).isEqualTo("lin");
        JsonNode changed = run(there, "user", "password", "lin", "--json").json();
        assertThat(changed.get("signIn").asString()).isEqualTo("lin");
        assertThat(changed.get("password").asString())
                .isNotBlank()
                .isNotEqualTo(added.get("password").asString());

        Path file = Files.writeString(
                folder.resolve("complaints.csv"),
                "number,received,subject,text\n1,2026-10-03,No service,Down since Monday\n2,yesterday,Bill,Too much\n");
        Path back = folder.resolve("back.csv");
        Said imported = run(there, "import", "complaints", file.toString(), "--rejected", back.toString(), "--json");
        assertThat(imported.code()).isEqualTo(ExitCode.PARTLY);
        assertThat(imported.json().get("created").asInt()).isEqualTo(1);
        assertThat(imported.json().get("rejected").asInt()).isEqualTo(1);
        assertThat(imported.json().get("total").asInt()).isEqualTo(2);
        assertThat(imported.json().get("source").asString()).isEqualTo("complaints");
        assertThat(imported.json().get("state").asString()).isEqualTo("done");
        assertThat(imported.json().get("failure").isNull()).isTrue();
        assertThat(back).content().contains("yesterday");

        Path tickets = folder.resolve("tickets.csv");
        Said exported = run(there, "export", "tickets", tickets.toString(), "--json");
        assertThat(exported.code()).isZero();
        assertThat(exported.json().get("tickets").asInt()).isEqualTo(1);
        assertThat(exported.json().get("file").asString()).isEqualTo(tickets.toString());
        assertThat(tickets).content().contains("No service").doesNotContain("Too much");

        try (ServerSocket taken = new ServerSocket(0)) {
            String port = Integer.toString(taken.getLocalPort());
            Said started = run(there, "start", "--port", port);
            assertThat(started.code()).isEqualTo(ExitCode.IN_USE);
            assertThat(started.err()).contains("Port " + port, "--port").doesNotContain("\tat ");
        }
        assertThat(StartCommand.serving()).isFalse();
    }

    /** Nine rows; in three only the day can come first, in two only the month, four can be read both ways. */
    private Path ledger(String name, String text) throws IOException {
        StringBuilder rows = new StringBuilder("number,received,subject,remark\n");
        List<String> days = List.of(
                "13/10/2026",
                "14/10/2026",
                "15/10/2026",
                "10/16/2026",
                "10/17/2026",
                "03/10/2026",
                "04/10/2026",
                "05/10/2026",
                "06/10/2026");
        for (int i = 0; i < days.size(); i++) {
            rows.append("%d,%s,%s %d,\n".formatted(i + 1, days.get(i), text, i + 1));
        }
        return Files.writeString(folder.resolve(name), rows);
    }

    private static void said(Said said, int code, String... words) {
        assertThat(said.code()).as(said.out() + said.err()).isEqualTo(code);
        assertThat(said.out() + said.err()).contains(words).doesNotContain("\tat ");
    }

    @Test
    void options_settle_columns_dates_and_source_and_what_is_not_settled_is_refused_with_a_sentence()
            throws IOException {
        List<String> there = founded();
        String east = ledger("east.csv", "No service").toString();
        said(
                run(there, "import", "complaints", east),
                ExitCode.REFUSED,
                "3 rows can only have the day first, 2 only the month first, 4 can be read both ways",
                "--dates received=day-first");
        said(
                run(there, "import", "complaints", east, "--map", "text=Description"),
                ExitCode.REFUSED,
                "There is no column Description in the file.");
        said(
                run(
                        there,
                        "import",
                        "complaints",
                        east,
                        "--map",
                        "text=remark",
                        "--dates",
                        "received=day-first",
                        "--trial"),
                ExitCode.DONE,
                "Trial, nothing written: 9 rows in = 9 created + 0 updated + 0 unchanged + 0 sent back (source “east”)");
        said(
                run(there, "import", "complaints", east),
                ExitCode.DONE,
                "9 rows in = 9 created + 0 updated + 0 unchanged + 0 sent back (source “east”)");

        String west = ledger("west.csv", "Bill too high").toString();
        said(
                run(there, "import", "complaints", west, "--dates", "received=day-first"),
                ExitCode.REFUSED,
                "Nothing was written: the earlier file east.csv is from the source “east”",
                "--source \"east\"");
        said(
                run(there, "import", "complaints", west, "--source", "west", "--save-as", "weekly"),
                ExitCode.DONE,
                "9 rows in = 9 created + 0 updated + 0 unchanged + 0 sent back (source “west”)");

        String next = ledger("next.csv", "Bill still too high").toString();
        said(
                run(there, "import", "complaints", next, "--template", "weekly"),
                ExitCode.DONE,
                "9 rows in = 0 created + 9 updated + 0 unchanged + 0 sent back (source “west”)");
        said(
                run(there, "import", "complaints", west),
                ExitCode.DONE,
                "9 rows in = 0 created + 0 updated + 9 unchanged + 0 sent back (source “west”)",
                "the later word stands");

        Path tickets = folder.resolve("tickets.csv");
        assertThat(run(there, "export", "tickets", tickets.toString(), "--json")
                        .json()
                        .get("tickets")
                        .asInt())
                .isEqualTo(18);
        assertThat(tickets).content().contains("No service 1", "Bill still too high 9");
    }

    @Test
    void a_heading_in_doubt_is_asked_for_and_what_each_column_means_is_said_before_anything_is_written()
            throws IOException {
        List<String> there = founded();
        String words = Files.writeString(
                        folder.resolve("words.csv"), "Subject,Complaint\nNetwork,No service\nNetwork,Slow\n")
                .toString();
        Said asked = run(there, "import", "complaints", words);
        said(
                asked,
                ExitCode.REFUSED,
                "Filled row 1 is taken for the heading.",
                "(subject)",
                "--heading 1",
                "--heading none");
        assertThat(asked.err()).contains("  A  Subject → ", "  B  Complaint → ");
        assertThat(asked.out()).isEmpty();
        Said headed = run(there, "import", "complaints", words, "--heading", "1", "--json");
        assertThat(headed.code()).as(headed.err()).isEqualTo(ExitCode.DONE);
        assertThat(headed.json().get("total").asInt()).isEqualTo(2);
        assertThat(headed.json().get("heading").asInt()).isEqualTo(1);
        assertThat(headed.json().get("columns").get("A").asString()).isEqualTo("subject");
        Said bare = run(there, "import", "complaints", words, "--heading", "none", "--trial", "--json");
        assertThat(bare.json().get("total").asInt()).as(bare.err()).isEqualTo(3);
        assertThat(bare.json().get("heading").asInt()).isZero();
        assertThat(bare.err()).contains("The file is taken to have no heading.");
    }

    /** What is written to this device fails as on a full disk. */
    @Test
    void an_export_that_breaks_leaves_nothing_behind() throws IOException {
        List<String> there = founded();
        Path file = folder.resolve("tickets.csv");
        Path part = Files.createSymbolicLink(folder.resolve("tickets.csv.part"), Path.of("/dev/full"));
        Said said = run(there, "export", "tickets", file.toString());
        said(said, ExitCode.FAILED, "A disk is full");
        assertThat(Files.exists(part, LinkOption.NOFOLLOW_LINKS)).isFalse();
        assertThat(file).doesNotExist();
    }

    /** The run is asked to stop once its first batch is in. */
    private static void stopAfterFirstBatch(List<String> there) throws SQLException {
        try (Connection connection = DriverManager.getConnection(there.getLast());
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create function intake.stop_it() returns trigger language plpgsql as
                    $$ begin new.stop := new.done > 0; return new; end $$
                    """);
            statement.execute(
                    "create trigger stop_it before update on intake.run for each row execute function intake.stop_it()");
        }
    }

    @Test
    void a_run_that_is_stopped_says_how_far_it_came_and_every_part_of_it_shows_its_progress() throws Exception {
        List<String> there = founded();
        stopAfterFirstBatch(there);
        StringBuilder rows = new StringBuilder("number,received,subject\n");
        for (int i = 1; i <= 700; i++) {
            rows.append(i).append(",2026-10-03,No service\n");
        }
        Path file = Files.writeString(folder.resolve("many.csv"), rows);
        AtomicLong nanos = new AtomicLong();
        List<String> typed = new ArrayList<>(List.of("complaints", file.toString(), "--lang", "en"));
        typed.addAll(there);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandLine(
                        new ImportCommand(to -> new ProgressLine(to, false, () -> nanos.addAndGet(10_000_000_000L))))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(typed.toArray(String[]::new));

        assertThat(code).as(out.toString() + err).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString().lines())
                .containsExactly(
                        "Stopped at 500/700 rows; what is written stays. Writing again goes on without doubles",
                        "500 of 700 rows in = 500 created + 0 updated + 0 unchanged + 0 sent back (source “many”)");
        assertThat(err.toString())
                .contains(
                        "Looking through the file: 700 rows",
                        "500 of 700 rows",
                        "Carrying out what follows from it: 1 done");
    }

    @Test
    void a_second_start_on_the_same_data_says_who_works_there_and_ends_with_4() throws IOException {
        Path data = Path.of("target", "second-start-data");
        try (RunningDatabase first = EmbeddedPostgres.start(data)) {
            Said second = run(List.of("--data", data.toString()), "start", "--port", "0");
            assertThat(second.code()).isEqualTo(ExitCode.IN_USE);
            assertThat(second.err())
                    .contains(data.toAbsolutePath().toString())
                    .contains("in use by process " + ProcessHandle.current().pid())
                    .doesNotContain("\tat ");
            assertThat(first.url()).isNotBlank();
        }
    }
}
