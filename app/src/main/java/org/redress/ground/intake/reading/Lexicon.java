package org.redress.ground.intake.reading;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.redress.ground.intake.Synonyms;

/** The words that cells are written with: of dates and hours, and for "nothing". */
public final class Lexicon {

    private static final Synonyms WORDS = Synonyms.of(Lexicon.class, "/intake/lexicon.properties");
    private static final Set<String> MISSING = Set.copyOf(WORDS.names("missing"));
    private static final Map<String, Integer> MONTHS = months();

    private Lexicon() {}

    /** Whether a cell says in its way that nothing is known; such a cell is read as empty. */
    public static boolean missing(String cell) {
        return cell.length() <= 8 && MISSING.contains(cell);
    }

    /** Any of the words of a key, as a part of a pattern. */
    static String any(String key) {
        return alternatives(WORDS.names(key));
    }

    static String anyMonth() {
        return alternatives(List.copyOf(MONTHS.keySet()));
    }

    /** The number of a month by its name in any letters. */
    static int month(String name) {
        return MONTHS.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
    }

    static boolean is(String key, String word) {
        return WORDS.names(key).stream().anyMatch(word::equalsIgnoreCase);
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (int month = 1; month <= 12; month++) {
            for (String name : WORDS.names("month." + month)) {
                months.put(name.toLowerCase(Locale.ROOT), month);
            }
        }
        return months;
    }

    private static String alternatives(List<String> words) {
        return words.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", ")"));
    }
}
