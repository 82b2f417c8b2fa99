package org.redress.improve.insight.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.redress.desk.recovery.FailurePhrases;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.SearchText;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/**
 * How the type of failure that is being told is spoken of in the other language: what was said in Chinese is found from English
 * words and the other way, as far as the words of the taxonomy tell. A phrase is found where all of its words stand; those that
 * stand in no case of the bureau cost nothing.
 */
@Component
class ToldOtherwise {

    private static final int MOST = 12;

    /** A phrase of the other language says less than the customer's own words. */
    private static final double WORTH = 0.5;

    /** What a case gains of phrases does not grow with how many ways there are to say the same. */
    private static final int COUNTED = 3;

    private final FailurePhrases phrases;
    private final CaseTermRows rows;

    ToldOtherwise(FailurePhrases phrases, CaseTermRows rows) {
        this.phrases = phrases;
        this.rows = rows;
    }

    /** A phrase with the terms that make it, and how telling it is. */
    record Phrase(String text, Set<String> terms, double weight) {}

    /** What a case says of it. */
    record Said(double score, List<String> words) {}

    List<Phrase> of(Actor actor, Asked asked, CaseTermRows.Total total) {
        if (asked.type().isEmpty()) {
            return List.of();
        }
        Locale other = han(asked.words()) ? Locale.ENGLISH : Words.CHINESE;
        Map<String, Set<String>> terms = new LinkedHashMap<>();
        Set<String> all = new HashSet<>();
        for (String phrase : phrases.of(actor.bureau(), asked.type(), other)) {
            Set<String> of = terms(phrase);
            if (!of.isEmpty()) {
                terms.put(phrase, of);
                all.addAll(of);
            }
        }
        Map<String, Integer> cases = rows.cases(actor.bureau(), all);
        Likeness telling = new Likeness(CaseTerms.of(""), total, cases);
        List<Phrase> known = new ArrayList<>();
        terms.forEach((text, of) -> {
            if (of.stream().allMatch(term -> cases.getOrDefault(term, 0) > 0)) {
                known.add(new Phrase(
                        text,
                        of,
                        WORTH * of.stream().mapToDouble(telling::weight).sum()));
            }
        });
        return known.stream()
                .sorted(Comparator.comparingDouble(Phrase::weight).reversed())
                .limit(MOST)
                .toList();
    }

    /** The words of a phrase; none where it would be left with one that says nothing without the others. */
    private static Set<String> terms(String phrase) {
        Set<String> terms = new HashSet<>(CaseTerms.of(phrase).counts().keySet());
        terms.removeIf(term -> !CaseTerms.word(term));
        boolean cut = !han(phrase) && terms.size() == 1 && phrase.strip().contains(" ");
        return cut ? Set.of() : terms;
    }

    private static boolean han(String text) {
        return SearchText.plain(text).codePoints().anyMatch(Character::isIdeographic);
    }

    static List<CaseTermRows.Condition> conditions(List<Phrase> phrases) {
        return phrases.stream()
                .map(one -> CaseTermRows.Condition.all(List.copyOf(one.terms()), one.weight()))
                .toList();
    }

    static Said in(List<Phrase> phrases, RecoveryCase one) {
        Set<String> theirs = CaseTerms.of(one).counts().keySet();
        List<Phrase> said = phrases.stream()
                .filter(phrase -> theirs.containsAll(phrase.terms()))
                .limit(COUNTED)
                .toList();
        return new Said(
                said.stream().mapToDouble(Phrase::weight).sum(),
                said.stream().map(Phrase::text).toList());
    }
}
