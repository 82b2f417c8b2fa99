package org.redress.platform.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts text into the terms of the search index. Runs of Han characters become their overlapping pairs, and their last
 * character alone so that one character can be found too; Latin words and figures become themselves. PostgreSQL has no
 * parser for Chinese, and words of two characters are what people look for.
 */
public final class SearchText {

    private static final Pattern RUN = Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern SPACE_IN_HAN =
            Pattern.compile("(?<=[\\p{IsHan}\u3000-\u303f\uff00-\uffef]) (?=[\\p{IsHan}\u3000-\u303f\uff00-\uffef])");

    /** The longest term kept; the limit of the database is 2,046 bytes. */
    private static final int LONGEST = 64;

    private SearchText() {}

    /** The text in the one form in which it is compared: NFKC, lower case, single spaces, none between Han characters. */
    public static String plain(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return SPACE_IN_HAN
                .matcher(SPACE.matcher(folded).replaceAll(" ").strip())
                .replaceAll("");
    }

    /** The terms of a plain text. */
    public static Set<String> terms(String plain) {
        Set<String> terms = new LinkedHashSet<>();
        Matcher runs = RUN.matcher(plain);
        while (runs.find()) {
            String run = runs.group();
            if (isHan(run)) {
                addPairs(terms, run);
                terms.add(run.substring(run.offsetByCodePoints(run.length(), -1)));
            } else {
                terms.add(run.length() > LONGEST ? run.substring(0, LONGEST) : run);
            }
        }
        return terms;
    }

    /** How often each pair of Han characters and each other word stands in a plain text, in the order of first standing. */
    public static Map<String, Integer> counted(String plain) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Matcher runs = RUN.matcher(plain);
        while (runs.find()) {
            String run = runs.group();
            if (!isHan(run)) {
                counts.merge(run.length() > LONGEST ? run.substring(0, LONGEST) : run, 1, Integer::sum);
                continue;
            }
            int[] points = run.codePoints().toArray();
            for (int i = 0; i + 1 < points.length; i++) {
                counts.merge(new String(points, i, 2), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** The terms that a document must have to contain every word of a plain query; the last part of each may go on. */
    public static List<QueryTerm> queryTerms(String plain) {
        List<QueryTerm> terms = new ArrayList<>();
        Matcher runs = RUN.matcher(plain);
        while (runs.find()) {
            String run = runs.group();
            if (!isHan(run)) {
                terms.add(new QueryTerm(run.length() > LONGEST ? run.substring(0, LONGEST) : run, true));
            } else if (run.codePointCount(0, run.length()) == 1) {
                terms.add(new QueryTerm(run, true));
            } else {
                Set<String> pairs = new LinkedHashSet<>();
                addPairs(pairs, run);
                pairs.forEach(pair -> terms.add(new QueryTerm(pair, false)));
            }
        }
        return terms;
    }

    /** The runs of a plain query that must stand in the text as they are. */
    public static List<String> phrases(String plain) {
        List<String> phrases = new ArrayList<>();
        Matcher runs = RUN.matcher(plain);
        while (runs.find()) {
            phrases.add(runs.group());
        }
        return phrases;
    }

    /** One term of a query; {@code prefix} where the indexed term may be longer. */
    public record QueryTerm(String text, boolean prefix) {}

    private static boolean isHan(String run) {
        return Character.UnicodeScript.of(run.codePointAt(0)) == Character.UnicodeScript.HAN;
    }

    private static void addPairs(Set<String> terms, String run) {
        int[] points = run.codePoints().toArray();
        for (int i = 0; i + 1 < points.length; i++) {
            terms.add(new String(points, i, 2));
        }
    }
}
