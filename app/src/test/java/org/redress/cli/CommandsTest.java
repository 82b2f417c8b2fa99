package org.redress.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the command line says without opening the product. */
class CommandsTest {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final int LAUNCHER = 3;

    private record Said(int code, String out, String err) {}

    private static Said run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.line(arguments)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Said(code, out.toString(), err.toString());
    }

    /** On a terminal of that language. */
    private static Said run(Locale language, List<String> arguments) {
        Locale before = Locale.getDefault();
        Locale.setDefault(language);
        try {
            return run(arguments.toArray(String[]::new));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Said english(String... arguments) {
        return run(Words.ENGLISH, List.of(arguments));
    }

    /** Every command as one types it. */
    private static Stream<List<String>> commands() {
        return below(new CommandLine(new RedressCommand()), List.of());
    }

    private static Stream<List<String>> below(CommandLine line, List<String> path) {
        return line.getSubcommands().entrySet().stream().flatMap(one -> {
            List<String> deeper = new ArrayList<>(path);
            deeper.add(one.getKey());
            return Stream.concat(Stream.of(deeper), below(one.getValue(), deeper));
        });
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_explains_itself_in_both_languages(List<String> command) {
        List<String> typed = new ArrayList<>(command);
        typed.add("--help");
        Said english = run(Words.ENGLISH, typed);
        Said chinese = run(Words.CHINESE, typed);
        for (Said said : List.of(english, chinese)) {
            assertThat(said.code()).isEqualTo(ExitCode.DONE);
            assertThat(said.err()).isEmpty();
            assertThat(said.out())
                    .contains("redress " + String.join(" ", command))
                    .doesNotContain("bundle:");
        }
        assertThat(HAN.matcher(english.out()).find()).isFalse();
        assertThat(HAN.matcher(chinese.out()).find()).isTrue();
        assertThat(chinese.out()).doesNotContain("Usage", "Commands:", "help message", "Show ", "Print ");
    }

    @Test
    void help_lists_every_command_and_every_exit_code() throws IllegalAccessException {
        Said help = english("help");
        assertThat(help.code()).isEqualTo(ExitCode.DONE);
        assertThat(help.out())
                .contains("start", "import", "export", "backup", "restore", "bench", "user", "test", "version", "help");
        String codes = help.out().replaceAll("\\s+", " ");
        assertThat(codes).contains(", " + LAUNCHER + " no JDK");
        for (Field field : ExitCode.class.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == int.class) {
                assertThat(codes).as(field.getName()).containsPattern("[:,] " + field.getInt(null) + " [a-z]");
            }
        }
    }

    @Test
    void help_on_a_command_is_what_the_command_says_of_itself() {
        assertThat(english("help", "import").out())
                .contains("--rejected")
                .isEqualTo(english("import", "--help").out());
    }

    private static Said launched(String language, String... arguments) throws Exception {
        List<String> typed = new ArrayList<>(List.of("sh", "../redress"));
        typed.addAll(List.of(arguments));
        ProcessBuilder launcher = new ProcessBuilder(typed);
        launcher.environment().put("LC_ALL", language);
        Process process = launcher.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), out, err);
    }

    @Test
    void the_launcher_explains_its_tests_in_both_languages_and_runs_none_of_them() throws Exception {
        for (Said english :
                List.of(launched("C", "test", "--help"), launched("zh_CN.UTF-8", "test", "-h", "--lang", "en"))) {
            assertThat(english.code()).isZero();
            assertThat(english.err()).isEmpty();
            assertThat(english.out().lines())
                    .containsExactly(
                            "./redress test [--fast]", Words.of(Words.ENGLISH).text("cli.test"));
        }
        assertThat(launched("zh_CN.UTF-8", "test", "--fast", "--help").out().lines())
                .containsExactly(
                        "./redress test [--fast]", Words.of(Words.CHINESE).text("cli.test"));
        Said wrong = launched("C", "test", "--fats");
        assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
        assertThat(wrong.err()).contains("--fats");
    }

    @Test
    void rows_that_are_sent_back_are_written_over_nothing(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "number,subject\n1,No service\n");
        Said said = english("import", "complaints", file.toString(), "--rejected", file.toString());
        assertThat(said.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(said.err()).contains(file + " is there already");
        assertThat(file).hasContent("number,subject\n1,No service\n");

        Path back = ImportCommand.free(folder, "a.csv.rejected");
        assertThat(back).hasFileName("a.csv.rejected.csv");
        Files.createFile(back);
        assertThat(ImportCommand.free(folder, "a.csv.rejected")).hasFileName("a.csv.rejected-2.csv");
    }

    @Test
    void the_version_is_said_to_people_and_to_programs() {
        Said said = english("version");
        assertThat(said.code()).isEqualTo(ExitCode.DONE);
        assertThat(said.out()).matches("Redress \\d+\\.\\S+ \\(Java 25\\S*\\)\\R");
        JsonNode json =
                JsonMapper.shared().readTree(english("version", "--json").out());
        assertThat(said.out())
                .contains("Redress " + json.get("redress").asString())
                .contains("Java " + json.get("java").asString());
        assertThat(english("--version").out().strip())
                .isEqualTo("Redress " + json.get("redress").asString());
    }

    @Test
    void a_wrong_command_line_is_2_says_what_is_wrong_and_prints_nothing_for_a_program() {
        for (List<String> wrong : List.of(
                List.<String>of(),
                List.of("improt"),
                List.of("import", "complaints"),
                List.of("backup"),
                List.of("user"),
                List.of("user", "add", "lin"),
                List.of("export", "tickets", "a.csv", "--viwe", "open"),
                List.of("start", "--port", "many"))) {
            Said said = run(Words.ENGLISH, wrong);
            assertThat(said.code()).as(wrong.toString()).isEqualTo(ExitCode.USAGE);
            assertThat(said.err()).as(wrong.toString()).isNotBlank();
            assertThat(said.out()).as(wrong.toString()).isEmpty();
        }
        assertThat(english().err()).contains("redress help");
        assertThat(english("improt").err()).contains("improt");
    }

    @Test
    void what_is_refused_as_a_whole_is_5_in_the_language_asked_for() {
        Said absent = english("import", "complaints", "target/nowhere.csv");
        assertThat(absent.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(absent.err()).contains("target/nowhere.csv");
        Said chinese = english("import", "complaints", "target/nowhere.csv", "--lang", "zh-CN");
        assertThat(chinese.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(HAN.matcher(chinese.err()).find()).isTrue();
        assertThat(english("export", "letters", "a.csv").code()).isEqualTo(ExitCode.REFUSED);
        assertThat(english("export", "tickets", "a.csv", "--view", "nonesuch").err())
                .contains("nonesuch", "due-today");
        assertThat(english("bench", "clocks", "--clocks", "1").code()).isEqualTo(ExitCode.REFUSED);
    }

    @Command(name = "failing")
    private record Failing(Exception failure) implements Callable<Integer> {

        @Override
        public Integer call() throws Exception {
            throw failure;
        }
    }

    private static Said failing(Exception failure) {
        StringWriter err = new StringWriter();
        int code = new CommandLine(new Failing(failure))
                .setExecutionExceptionHandler(new Failures(Words.of(Words.ENGLISH)))
                .setErr(new PrintWriter(err, true))
                .execute();
        return new Said(code, "", err.toString());
    }

    @Test
    void a_taken_port_is_4_and_named_wherever_in_the_causes_it_stands() {
        Said said = failing(new IllegalStateException(new PortInUseException(8086)));
        assertThat(said.code()).isEqualTo(ExitCode.IN_USE);
        assertThat(said.err()).contains("8086").contains("--port").doesNotContain("\tat ");
    }

    @Test
    void a_file_that_is_not_there_or_may_not_be_used_is_named_in_one_sentence() {
        for (Exception failure : List.of(
                new NoSuchFileException("/no/such/x.csv.part"),
                new UncheckedIOException(new AccessDeniedException("/no/such/x.csv.part")),
                new FileSystemException("/no/such/x.csv.part", null, "Is a directory"))) {
            Said said = failing(failure);
            assertThat(said.code()).isEqualTo(ExitCode.FAILED);
            assertThat(said.err().lines())
                    .singleElement()
                    .asString()
                    .contains("/no/such/x.csv.part")
                    .doesNotContain("should not have");
        }
        assertThat(failing(new FileSystemException("/x", null, "Is a directory"))
                        .err())
                .contains("Is a directory");
    }

    @Test
    void an_export_into_no_folder_or_over_one_is_refused_before_anything_is_opened(@TempDir Path folder) {
        Path nowhere = folder.resolve("none").resolve("x.csv");
        Path taken = folder.resolve("x.csv");
        assertThat(taken.toFile().mkdir()).isTrue();
        for (Path file : List.of(nowhere, taken)) {
            Said said = english("export", "tickets", file.toString(), "--db", "postgres://localhost:1/none");
            assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.REFUSED);
            assertThat(said.err().lines())
                    .containsExactly(file + " cannot be written. Name another place, or make the "
                            + "folder writable, and run the command again.");
        }
        assertThat(Path.of(taken + ".part")).doesNotExist();
    }

    @Test
    void a_heading_is_a_number_of_rows_or_none() {
        assertThat(HeadingWords.rows("none")).isZero();
        assertThat(HeadingWords.rows("20")).isEqualTo(20);
        for (String wrong : List.of("0", "21", "", "one", "-1")) {
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> HeadingWords.rows(wrong))
                    .satisfies(problem -> assertThat(problem.code()).isEqualTo("cli.heading"));
        }
    }

    @Test
    void a_bug_is_1_and_says_where() {
        Said said = failing(new IllegalStateException("who would have thought"));
        assertThat(said.code()).isEqualTo(ExitCode.FAILED);
        assertThat(said.err()).contains("should not have", "who would have thought", "\tat ");
    }
}
