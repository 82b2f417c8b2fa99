package org.redress.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.redress.support.Sources;

/**
 * Keys of texts of which the code writes the beginning only: {@code "ring.small." + name}. What it may add stands in
 * {@code composed-keys.txt}, by enum where there is one, so that a constant without a text fails here.
 */
class ComposedKeysTest {

    private static final Pattern BEGUN = Pattern.compile("\"([a-z][\\w.-]*\\.)\"(\\s*\\+)?");
    private static final Pattern ENUM = Pattern.compile("([\\w.]*)\\{([\\w.$]+)(:lower)?}([\\w.]*)");
    private static final String NO_TEXT = "-";

    private static final Map<String, List<String>> LISTED = listed();

    private static Map<String, List<String>> listed() {
        Map<String, List<String>> listed = new TreeMap<>();
        Sources.resource("i18n/composed-keys.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split(" ")))
                .forEach(words -> listed.put(words.getFirst(), words.subList(1, words.size())));
        return listed;
    }

    @Test
    void every_beginning_of_a_key_in_the_sources_is_listed_and_no_other() {
        Set<String> known = Words.of(Words.ENGLISH).keys();
        Set<String> begun = new TreeSet<>();
        for (String source : Sources.main()) {
            BEGUN.matcher(source)
                    .results()
                    .filter(found ->
                            found.group(2) != null || known.stream().anyMatch(key -> key.startsWith(found.group(1))))
                    .forEach(found -> begun.add(found.group(1)));
        }
        assertThat(LISTED.keySet()).containsExactlyElementsOf(begun);
    }

    @Test
    void every_key_that_is_put_together_has_its_text_in_both_languages() {
        Set<String> wanted = LISTED.entrySet().stream()
                .flatMap(listed -> listed.getValue().stream()
                        .filter(end -> !end.equals(NO_TEXT))
                        .flatMap(ComposedKeysTest::ends)
                        .map(end -> listed.getKey() + end))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(wanted).hasSizeGreaterThan(LISTED.size());
        for (Locale language : List.of(Words.ENGLISH, Words.CHINESE)) {
            Set<String> missing = new TreeSet<>(wanted);
            missing.removeAll(Words.of(language).keys());
            assertThat(missing).as(language.toString()).isEmpty();
        }
    }

    @Test
    void what_is_listed_as_no_key_of_a_text_is_not_read_as_one() {
        List<String> read = new ArrayList<>();
        LISTED.forEach((begun, ends) -> {
            Pattern reading = Pattern.compile("\\b(?:t|text)\\(\\s*\"" + Pattern.quote(begun) + "\"\\s*\\+");
            if (ends.equals(List.of(NO_TEXT))
                    && !begun.equals("problem.")
                    && Sources.main().stream()
                            .anyMatch(source -> reading.matcher(source).find())) {
                read.add(begun);
            }
        });
        assertThat(read)
                .as("but for those of problems, whose codes WordsTest finds where they are raised")
                .isEmpty();
    }

    /** Every end that an entry stands for; one that stands for none is wrong. */
    private static Stream<String> ends(String entry) {
        List<String> ends = entry.startsWith("~") ? inSources(entry.substring(1)) : named(entry);
        assertThat(ends).as(entry).isNotEmpty();
        return ends.stream();
    }

    private static List<String> inSources(String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        return Sources.main().stream()
                .flatMap(source -> wanted.matcher(source).results().map(found -> found.group(1)))
                .toList();
    }

    private static List<String> named(String entry) {
        Matcher parts = ENUM.matcher(entry);
        if (!parts.matches()) {
            return List.of(entry);
        }
        return Arrays.stream(constants(parts.group(2)))
                .map(constant -> ((Enum<?>) constant).name())
                .map(name -> parts.group(3) == null ? name : name.toLowerCase(Locale.ROOT))
                .map(name -> parts.group(1) + name + parts.group(4))
                .toList();
    }

    private static Object[] constants(String name) {
        try {
            Object[] constants = Class.forName(name.startsWith("java.") ? name : "org.redress." + name)
                    .getEnumConstants();
            if (constants == null) {
                throw new AssertionError(name + " is no enum");
            }
            return constants;
        } catch (ClassNotFoundException e) {
            throw new AssertionError(name, e);
        }
    }
}
