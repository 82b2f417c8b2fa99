package org.redress.ground.party;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Words that must not be read any more, as whole words where they are written with spaces. Case does not matter; a number of seven figures or more is known by its last eight,
 * however they are set apart.
 */
public final class Blackout {

    /** What stands in their place. */
    public static final String COVER = "▇▇▇";

    private static final String LATIN = "[\\p{L}\\p{N}&&[^\\p{IsHan}]]";
    private static final int NUMBER = 7;
    private static final int TELLING = 8;
    private static final Pattern NO_NUMBER = Pattern.compile("[^\\d\\s()+-]");

    private final List<String> given;
    private final @Nullable Pattern words;

    private Blackout(List<String> given, @Nullable Pattern words) {
        this.given = given;
        this.words = words;
    }

    /** A single character tells nobody from another one, and is left. */
    public static Blackout of(Collection<String> words) {
        List<String> given = words.stream()
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(word -> word.codePointCount(0, word.length()) > 1)
                .distinct()
                .toList();
        String any = given.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Blackout::pattern)
                .collect(Collectors.joining("|"));
        return new Blackout(
                given, any.isEmpty() ? null : Pattern.compile(any, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** The same words in another form, for text that is kept in it. */
    Blackout inForm(UnaryOperator<String> form) {
        return of(given.stream().map(form).toList());
    }

    private static String pattern(String word) {
        String figures = word.replaceAll("\\D", "");
        if (figures.length() < NUMBER || NO_NUMBER.matcher(word).find()) {
            return edge(word.codePointAt(0), "(?<!" + LATIN + ")")
                    + Pattern.quote(word)
                    + edge(word.codePointBefore(word.length()), "(?!" + LATIN + ")");
        }
        String last = figures.substring(Math.max(0, figures.length() - TELLING));
        return "(?:\\+?[\\d(][\\d ()-]*)?"
                + last.chars().mapToObj(Character::toString).collect(Collectors.joining("[ ()-]*"))
                + "(?!\\d)";
    }

    /** Chinese stands without spaces between words; a Latin word or a figure ends where another one could begin. */
    private static String edge(int codePoint, String between) {
        return Character.isIdeographic(codePoint) ? "" : between;
    }

    public String over(String text) {
        return words == null ? text : words.matcher(text).replaceAll(COVER);
    }
}
