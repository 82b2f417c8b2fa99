package org.redress.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.redress.support.Sources;

/** The two message files against each other and against everything that reads from them. */
class WordsTest {

    private static final Path MAIN = Path.of("src/main");

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /** {@code t("key"} in pages, {@code text("key"} in code. */
    private static final Pattern READ = Pattern.compile("\\b(?:t|text)\\(\\s*\"([a-z][\\w.-]*)\"\\s*[,)]");

    private static final Pattern PROBLEM =
            Pattern.compile("Problem\\s*\\.(?:invalid|forbidden|absent|conflict)\\(\\s*\"([\\w.-]+)\"");

    private static final Pattern LITERAL = Pattern.compile("\"(?:\\$\\{bundle:)?([a-z][\\w.-]*)}?\"");

    /** The beginning of a key to which code adds the end: {@code "nav." + floor}. */
    private static final Pattern BEGUN = Pattern.compile("\"([a-z][\\w.-]*\\.)\"\\s*\\+");

    /** What the library of the command line asks for by itself. */
    private static final Set<String> OF_THE_COMMAND_LINE = Set.of(
            "usage.synopsisHeading",
            "usage.commandListHeading",
            "mixinStandardHelpOptions.help",
            "mixinStandardHelpOptions.version",
            "helpCommand.help",
            "helpCommand.command",
            "redress.help.usage.header",
            "redress.help.usage.description");

    private static final Words CHINESE = Words.of(Words.CHINESE);
    private static final Words ENGLISH = Words.of(Words.ENGLISH);

    @Test
    void both_languages_say_the_same_things() {
        assertThat(CHINESE.keys()).containsExactlyInAnyOrderElementsOf(ENGLISH.keys());
    }

    @Test
    void no_key_stands_twice() {
        for (String language : List.of("en", "zh_CN")) {
            List<String> keys = lines(MAIN.resolve("resources/i18n/messages_" + language + ".properties"))
                    .filter(line -> !line.startsWith("#") && line.indexOf('=') > 0)
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .toList();

            assertThat(keys).doesNotHaveDuplicates();
        }
    }

    @Test
    void every_pattern_is_one_and_takes_the_same_arguments_in_both_languages() {
        for (String key : ENGLISH.keys()) {
            assertThatCode(() -> CHINESE.text(key)).as(key).doesNotThrowAnyException();
            assertThatCode(() -> ENGLISH.text(key)).as(key).doesNotThrowAnyException();
            assertThat(arguments(CHINESE, key)).as(key).isEqualTo(arguments(ENGLISH, key));
        }
    }

    @Test
    void nothing_is_left_in_the_other_language() {
        Set<String> names = Set.of("shell.language.zh", "shell.language.en", "shell.language.other");

        assertThat(ENGLISH.keys().stream().filter(key -> !names.contains(key)))
                .noneMatch(key -> HAN.matcher(ENGLISH.pattern(key)).find());
        assertThat(CHINESE.keys().stream().filter(key -> !names.contains(key)))
                .noneMatch(key -> CHINESE.pattern(key).equals(ENGLISH.pattern(key))
                        && ENGLISH.pattern(key).replaceAll("\\{[^}]*}", "").matches(".*[a-z]{2}.*"));
    }

    @Test
    void every_key_that_is_read_exists() {
        Set<String> missing = new TreeSet<>();
        missing.addAll(found(READ));
        found(PROBLEM).forEach(code -> missing.add("problem." + code));
        missing.removeAll(ENGLISH.keys());

        assertThat(missing).isEmpty();
    }

    @Test
    void every_key_is_read_somewhere() {
        Set<String> literals = found(LITERAL);
        Set<String> begun = found(BEGUN);
        begun.remove("problem.");

        assertThat(ENGLISH.keys().stream()
                        .filter(key -> !OF_THE_COMMAND_LINE.contains(key))
                        .filter(key -> !literals.contains(key))
                        .filter(key -> !literals.contains(key.replaceFirst("^problem\\.", "")))
                        .filter(key -> begun.stream().noneMatch(key::startsWith)))
                .isEmpty();
    }

    private static Set<String> arguments(Words words, String key) {
        return new TreeSet<>(new MessageFormat(words.pattern(key), words.locale()).getArgumentNames());
    }

    private static Set<String> found(Pattern pattern) {
        return Sources.main().stream()
                .flatMap(source -> pattern.matcher(source).results().map(found -> found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> lines(Path file) {
        return read(file).lines();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
