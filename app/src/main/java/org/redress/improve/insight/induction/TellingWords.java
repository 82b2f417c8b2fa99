package org.redress.improve.insight.induction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names some texts among others by the words in which they differ: the terms with the highest log-likelihood ratio (Dunning
 * 1993) that stand more often in them than elsewhere. Pairs of Chinese characters that overlap in the texts are joined.
 */
final class TellingWords {

    private static final int NAMED = 3;
    private static final int LOOKED_AT = 14;
    private static final int TEXTS = 60;
    private static final int LONGEST = 6;
    /** The least share of the rarer part in which a joined word must stand. */
    private static final double TOGETHER = 0.6;

    private TellingWords() {}

    /** A term with its ratio. */
    private record Scored(String term, double ratio) {}

    /**
     * @param inside terms of each text of the cluster
     * @param all in how many texts each term stands, the cluster's among them
     * @param total how many texts there are
     * @param texts the same texts as they can be read
     * @param typed how a term was written
     */
    static List<String> of(
            List<Set<String>> inside,
            Map<String, Integer> all,
            int total,
            List<String> texts,
            Map<String, String> typed) {
        Map<String, Integer> here = new HashMap<>();
        inside.forEach(terms -> terms.forEach(term -> here.merge(term, 1, Integer::sum)));
        List<String> best = here.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> new Scored(
                        entry.getKey(),
                        ratio(
                                entry.getValue(),
                                inside.size(),
                                all.getOrDefault(entry.getKey(), entry.getValue()) - entry.getValue(),
                                total - inside.size())))
                .filter(scored -> scored.ratio() > 0)
                .sorted(Comparator.comparingDouble(Scored::ratio).reversed().thenComparing(Scored::term))
                .limit(LOOKED_AT)
                .map(Scored::term)
                .toList();
        return joined(best, texts.subList(0, Math.min(TEXTS, texts.size())), typed);
    }

    /** Twice the log-likelihood ratio of a term in some texts and in the others; below 0 where it is rarer here. */
    static double ratio(double here, double texts, double elsewhere, double others) {
        double share = (here + elsewhere) / (texts + others);
        double value = 2
                * (part(here, texts * share)
                        + part(texts - here, texts * (1 - share))
                        + part(elsewhere, others * share)
                        + part(others - elsewhere, others * (1 - share)));
        boolean more = others == 0 || here / texts > elsewhere / others;
        return more ? value : -value;
    }

    private static double part(double seen, double expected) {
        return seen <= 0 || expected <= 0 ? 0 : seen * Math.log(seen / expected);
    }

    private static List<String> joined(List<String> best, List<String> texts, Map<String, String> typed) {
        List<String> names = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (String term : best) {
            if (names.size() == NAMED) {
                break;
            }
            if (used.add(term)) {
                String word = grown(typed.getOrDefault(term, term), best, used, texts);
                if (names.stream().noneMatch(name -> name.contains(word) || word.contains(name))) {
                    names.add(word);
                }
            }
        }
        return names;
    }

    private static String grown(String start, List<String> best, Set<String> used, List<String> texts) {
        String word = start;
        boolean more = han(word);
        while (more && word.length() < LONGEST) {
            more = false;
            for (String pair : best) {
                String longer = han(pair) && !used.contains(pair) ? join(word, pair) : null;
                if (longer != null && together(longer, word, pair, texts)) {
                    used.add(pair);
                    word = longer;
                    more = true;
                    break;
                }
            }
        }
        return word;
    }

    private static @org.jspecify.annotations.Nullable String join(String word, String pair) {
        if (word.charAt(word.length() - 1) == pair.charAt(0)) {
            return word + pair.substring(1);
        }
        return pair.charAt(pair.length() - 1) == word.charAt(0) ? pair.substring(0, pair.length() - 1) + word : null;
    }

    private static boolean together(String longer, String word, String pair, List<String> texts) {
        long rarer = Math.min(count(word, texts), count(pair, texts));
        return rarer > 0 && count(longer, texts) >= TOGETHER * rarer;
    }

    private static long count(String word, List<String> texts) {
        return texts.stream().filter(text -> text.contains(word)).count();
    }

    private static boolean han(String word) {
        return Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.HAN;
    }
}
