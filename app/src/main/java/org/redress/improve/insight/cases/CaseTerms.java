package org.redress.improve.insight.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.redress.platform.text.SearchText;

/**
 * The terms of a text by which cases are compared: Han characters and their pairs, and English words without their endings. A
 * pair tells more, a character finds the same thing said with other words beside it; how much each tells its count says. Bare
 * figures and the English words that stand in every sentence are left out.
 *
 * @param counts how often each stands
 * @param typed how each was written first
 */
public record CaseTerms(Map<String, Integer> counts, Map<String, String> typed) {

    private static final Set<String> STOP = Set.of(
            "a", "about", "after", "again", "all", "am", "an", "and", "any", "are", "as", "at", "be", "because", "been",
            "but", "by", "can", "could", "did", "do", "does", "for", "from", "get", "got", "had", "has", "have", "he",
            "her", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "just", "me", "more", "my", "no",
            "not", "now", "of", "on", "or", "our", "out", "she", "so", "some", "than", "that", "the", "their", "them",
            "then", "there", "they", "this", "to", "up", "us", "very", "was", "we", "were", "what", "when", "which",
            "who", "why", "will", "with", "would", "you", "your", "s", "t", "re", "ve", "ll", "m", "d");

    public static CaseTerms of(String text) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, String> typed = new LinkedHashMap<>();
        String plain = SearchText.plain(text);
        SearchText.counted(plain).forEach((word, count) -> {
            String term = term(word);
            if (!term.isEmpty()) {
                counts.merge(term, count, Integer::sum);
                typed.putIfAbsent(term, word);
            }
        });
        plain.codePoints().filter(Character::isIdeographic).forEach(character -> {
            String alone = Character.toString(character);
            counts.merge(alone, 1, Integer::sum);
            typed.putIfAbsent(alone, alone);
        });
        return new CaseTerms(counts, typed);
    }

    /** The terms of what the customer said in a case. */
    public static CaseTerms of(RecoveryCase one) {
        return of(CaseTermRows.words(one));
    }

    /** Whether a term is a word: a pair or more. A single character names nothing. */
    public static boolean word(String term) {
        return term.codePointCount(0, term.length()) > 1;
    }

    /** How long the text is, in terms. */
    public int length() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String term(String word) {
        if (STOP.contains(word) || word.chars().allMatch(Character::isDigit)) {
            return "";
        }
        return word.chars().allMatch(c -> c >= 'a' && c <= 'z') ? stem(word) : word;
    }

    /** Takes the commonest endings off; two words of one stem are taken for one. */
    static String stem(String word) {
        if (word.length() < 4) {
            return word;
        }
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("ing") && word.length() > 5) {
            return bare(word.substring(0, word.length() - 3));
        }
        if (word.endsWith("ed") && word.length() > 4) {
            return bare(word.substring(0, word.length() - 2));
        }
        if (word.endsWith("es") && word.length() > 4) {
            return bare(word.substring(0, word.length() - 2));
        }
        if (word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")) {
            return bare(word.substring(0, word.length() - 1));
        }
        return bare(word);
    }

    /** Without a doubled last letter and without a silent e, so that bill, billing, billed and charge, charged meet. */
    private static String bare(String stem) {
        int last = stem.length() - 1;
        if (last > 2 && stem.charAt(last) == 'e') {
            return stem.substring(0, last);
        }
        if (last > 2 && stem.charAt(last) == stem.charAt(last - 1)) {
            return stem.substring(0, last);
        }
        return stem;
    }
}
