package org.redress.ground.party;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a customer is found by, as text and as terms of the index. The text is one line for each name, number, address and
 * reading. The terms of a run of Chinese characters are its pairs and its last character; of any other run its triples
 * and its last two characters; so that a part is found wherever it stands.
 */
final class FindableText {

    private static final Pattern RUN = Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+");
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** The shortest part that the index knows; a shorter one stands in nearly everybody. */
    private static final int SHORTEST = 2;

    private static final int GRAM = 3;

    /** Of what is compared as a whole. The database takes 2,046 bytes. */
    private static final int LONGEST_WHOLE = 64;

    private static final int LONGEST_QUERY = 100;

    private FindableText() {}

    /** One form for everything that says the same: width, case, accents. */
    static String fold(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return Normalizer.normalize(bare, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** The lines of a customer: what was given, and of each the letters and figures alone. */
    static String plain(List<String> names, List<String> others) {
        Set<String> lines = new LinkedHashSet<>();
        for (String name : names) {
            add(lines, name);
            lines.addAll(Pinyin.of(name));
        }
        others.forEach(other -> add(lines, other));
        return String.join("\n", lines);
    }

    private static void add(Set<String> lines, String given) {
        String folded = fold(given).replace('\n', ' ').strip();
        if (!folded.isEmpty()) {
            lines.add(folded);
            lines.add(bare(folded));
        }
    }

    private static String bare(String folded) {
        return NO_WORD.matcher(folded).replaceAll("");
    }

    static Set<String> terms(String plain) {
        Set<String> terms = new LinkedHashSet<>();
        for (String run : runs(plain)) {
            int[] points = run.codePoints().toArray();
            int length = gram(points);
            grams(terms, points, length);
            int tail = Math.min(points.length, length - 1);
            terms.add(new String(points, points.length - tail, tail));
        }
        plain.lines().map(FindableText::whole).forEach(terms::add);
        return terms;
    }

    private static void grams(Set<String> terms, int[] points, int length) {
        for (int i = 0; i + length <= points.length; i++) {
            terms.add(new String(points, i, length));
        }
    }

    private static int gram(int[] run) {
        return han(run) ? GRAM - 1 : GRAM;
    }

    private static boolean han(int[] run) {
        return Character.UnicodeScript.of(run[0]) == Character.UnicodeScript.HAN;
    }

    /** A line as one term, which a query finds that says all of it. */
    private static String whole(String line) {
        String bare = bare(line);
        return "="
                + (bare.codePointCount(0, bare.length()) > LONGEST_WHOLE
                        ? bare.substring(0, bare.offsetByCodePoints(0, LONGEST_WHOLE))
                        : bare);
    }

    private static List<String> runs(String plain) {
        List<String> runs = new ArrayList<>();
        Matcher matcher = RUN.matcher(plain);
        while (matcher.find()) {
            runs.add(matcher.group());
        }
        return runs;
    }

    /**
     * A query.
     *
     * @param parts condition on the terms as the database writes it; empty where nothing in it is long enough to look for
     * @param whole the same for a customer of whom one line says all of it
     * @param phrases what must stand in the text as it is
     */
    record Query(String parts, String whole, List<String> phrases) {}

    static Query query(String typed) {
        String folded = fold(typed.substring(0, Math.min(typed.length(), LONGEST_QUERY)));
        List<String> runs = runs(folded);
        Set<String> parts = new LinkedHashSet<>();
        for (String run : runs) {
            int[] points = run.codePoints().toArray();
            int length = gram(points);
            if (points.length >= length) {
                Set<String> grams = new LinkedHashSet<>();
                grams(grams, points, length);
                grams.forEach(gram -> parts.add(quoted(gram)));
            } else if (han(points) || points.length >= SHORTEST) {
                parts.add(quoted(run) + ":*");
            }
        }
        return new Query(
                String.join(" & ", parts),
                quoted(whole(folded)),
                runs.stream().map(run -> "%" + run + "%").collect(Collectors.toList()));
    }

    private static String quoted(String term) {
        return "'" + term.replace("'", "''") + "'";
    }
}
