package org.redress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

        Path file = Files.writeString(
                folder.resolve("complaints.csv"),
                "number,received,subject,text\n1,2026-10-03,No service,Down since Monday\n2,yesterday,Bill,Too much\n");
        Path back = folder.resolve("back.csv");
        Said imported = run(there, "import", "complaints", file.toString(), "--rejected", back.toString(), "--json");
        assertThat(imported.code()).isEqualTo(ExitCode.PARTLY);
        assertThat(imported.json().get("created").asInt()).isEqualTo(1);
        assertThat(imported.json().get("rejected").asInt()).isEqualTo(1);
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
