package org.redress.desk.recovery.suggestion;

import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.Map;
import org.redress.platform.text.SearchText;

/**
 * What stands in a text, as it is learned from: pairs of Han characters as the search index has them, and words of other
 * letters and figures; each counts by the logarithm of how often it stands there, in the subject twice.
 */
final class Terms {

    private static final int IN_SUBJECT = 2;
    private static final int LONGEST = 64;

    private final Map<String, Integer> counts = new HashMap<>();

    private Terms() {}

    /** The weight of each term: 1 where it stands once in the text. */
    static Map<String, Double> of(String subject, String text) {
        Terms terms = new Terms();
        terms.add(SearchText.plain(subject), IN_SUBJECT);
        terms.add(SearchText.plain(text), 1);
        Map<String, Double> weights = new HashMap<>();
        terms.counts.forEach((term, count) -> weights.put(term, 1 + Math.log(count)));
        return weights;
    }

    private void add(String plain, int times) {
        int[] points = plain.codePoints().toArray();
        int word = -1;
        for (int i = 0; i <= points.length; i++) {
            boolean han = i < points.length && han(points[i]);
            boolean spelled = i < points.length && !han && Character.isLetterOrDigit(points[i]);
            if (spelled && word < 0) {
                word = i;
            } else if (!spelled && word >= 0) {
                count(new String(points, word, Math.min(LONGEST, i - word)), times);
                word = -1;
            }
            if (han && i + 1 < points.length && han(points[i + 1])) {
                count(new String(points, i, 2), times);
            }
        }
    }

    private static boolean han(int point) {
        return UnicodeScript.of(point) == UnicodeScript.HAN;
    }

    private void count(String term, int times) {
        counts.merge(term, times, Integer::sum);
    }
}
