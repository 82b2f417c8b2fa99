package org.redress.improve.insight.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How much a case says what is being said: BM25 (Robertson and Zaragoza 2009) over the terms of both, with k1 1.2 and b
 * 0.75, and the share of the telling weight of what is said that the case has too.
 *
 * @param total of the bureau's cases
 * @param cases in how many of them each term stands
 */
record Likeness(CaseTerms said, CaseTermRows.Total total, Map<String, Integer> cases) {

    static final double K1 = 1.2;
    static final double B = 0.75;

    private static final int WORDS_SHOWN = 4;

    /**
     * What a case has in common with what is said.
     *
     * @param score BM25, 0 or more
     * @param share of the weight of what is said, 0 to 1
     * @param words that both say, the most telling first, as they were typed
     */
    record Shared(double score, double share, List<String> words) {}

    /** How telling a term is: it stands in few cases. */
    double weight(String term) {
        double in = cases.getOrDefault(term, 0);
        return Math.log(1 + (Math.max(total.cases(), in) - in + 0.5) / (in + 0.5));
    }

    Shared with(RecoveryCase other) {
        CaseTerms theirs = CaseTerms.of(other);
        double length = K1 * (1 - B + B * theirs.length() / total.length());
        double score = 0;
        double common = 0;
        double all = 0;
        List<String> shared = new ArrayList<>();
        for (String term : said.counts().keySet()) {
            double weight = weight(term);
            int times = theirs.counts().getOrDefault(term, 0);
            all += weight;
            if (times > 0) {
                common += weight;
                score += weight * times * (K1 + 1) / (times + length);
                if (CaseTerms.word(term)) {
                    shared.add(term);
                }
            }
        }
        return new Shared(score, all == 0 ? 0 : common / all, words(shared));
    }

    /** Pairs of characters that follow each other are one word again. */
    private List<String> words(List<String> shared) {
        record Word(String text, double weight, double most) {}
        List<Word> words = new ArrayList<>();
        for (String term : shared) {
            String typed = said.typed().getOrDefault(term, term);
            double weight = weight(term);
            Word last = words.isEmpty() ? null : words.getLast();
            if (last != null && han(term) && han(last.text()) && follows(last.text(), typed)) {
                words.removeLast();
                words.add(new Word(
                        last.text() + typed.substring(typed.offsetByCodePoints(0, 1)),
                        last.weight() + weight,
                        Math.max(last.most(), weight)));
            } else {
                words.add(new Word(typed, weight, weight));
            }
        }
        return words.stream()
                .sorted(Comparator.comparingDouble(Word::most)
                        .thenComparingDouble(Word::weight)
                        .reversed())
                .limit(WORDS_SHOWN)
                .map(Word::text)
                .toList();
    }

    private static boolean han(String text) {
        return Character.UnicodeScript.of(text.codePointAt(0)) == Character.UnicodeScript.HAN;
    }

    private static boolean follows(String word, String pair) {
        return word.codePointBefore(word.length()) == pair.codePointAt(0);
    }

    static Likeness of(String said, CaseTermRows rows, org.redress.ground.identity.BureauId bureau) {
        CaseTerms terms = CaseTerms.of(said.substring(0, Math.min(said.length(), LONGEST)));
        return new Likeness(
                terms, rows.total(bureau), rows.cases(bureau, terms.counts().keySet()));
    }

    /** What is read of what is said; the matter stands at the beginning. */
    private static final int LONGEST = 2000;
}
