package org.redress.improve.insight.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/**
 * Finds similar cases in two steps. The most telling terms of what is said, as many as stand in a bounded number of cases
 * together, give the candidates from the index; those are compared with all that is said. So it costs the same however many
 * cases there are.
 */
@Component
class CaseSearch {

    /** Cases that may be visited in the index for one question. */
    static final int VISITED = 5_000;

    private static final int MOST_TERMS = 24;

    /** Terms of which no count is known: of cases from the last seconds, or misspelt. */
    private static final int MOST_UNCOUNTED = 8;

    private static final int RAREST = 4;
    private static final int CANDIDATES = 60;

    /** Less in common is chance. */
    private static final double LEAST_SHARE = 0.05;

    private final CaseRows rows;
    private final CaseTermRows terms;
    private final CaseMarks marks;
    private final ToldOtherwise told;

    CaseSearch(CaseRows rows, CaseTermRows terms, CaseMarks marks, ToldOtherwise told) {
        this.rows = rows;
        this.terms = terms;
        this.marks = marks;
        this.told = told;
    }

    List<SimilarCase> find(Actor actor, Asked asked, int limit) {
        Likeness likeness = Likeness.of(asked.words(), terms, actor.bureau());
        List<ToldOtherwise.Phrase> otherwise = told.of(actor, asked, likeness.total());
        List<CaseTermRows.Condition> conditions = new ArrayList<>(conditions(likeness));
        conditions.addAll(ToldOtherwise.conditions(otherwise));
        if (conditions.isEmpty()) {
            return List.of();
        }
        List<TicketId> candidates =
                terms.candidates(actor.bureau(), conditions, likeness.total().length(), VISITED, CANDIDATES + 1);
        Map<TicketId, RecoveryCase> found = rows.of(actor.bureau(), candidates);
        Map<TicketId, SimilarCase.Marks> said = marks.of(actor, candidates, asked.type());
        return found.values().stream()
                .filter(one -> one.standing() && !one.ticket().equals(asked.except()))
                .map(one -> compare(
                        asked, likeness, otherwise, one, said.getOrDefault(one.ticket(), SimilarCase.Marks.NONE)))
                .filter(one -> one.share() >= LEAST_SHARE || one.alike().contains(SimilarCase.Alike.LANGUAGE))
                .sorted(Comparator.comparingDouble((SimilarCase one) -> one.rank())
                        .reversed()
                        .thenComparing(one -> one.found().ticket().value()))
                .limit(limit)
                .toList();
    }

    private static SimilarCase compare(
            Asked asked,
            Likeness likeness,
            List<ToldOtherwise.Phrase> otherwise,
            RecoveryCase one,
            SimilarCase.Marks marks) {
        Likeness.Shared shared = likeness.with(one);
        ToldOtherwise.Said said = ToldOtherwise.in(otherwise, one);
        Set<SimilarCase.Alike> alike = EnumSet.noneOf(SimilarCase.Alike.class);
        if (!asked.type().isEmpty() && asked.type().equals(one.failure().type())) {
            alike.add(SimilarCase.Alike.TYPE);
        }
        if (asked.cause() != null && asked.cause().equals(one.cause())) {
            alike.add(SimilarCase.Alike.CAUSE);
        }
        if (!asked.place().isEmpty() && asked.place().equals(one.context().place())) {
            alike.add(SimilarCase.Alike.PLACE);
        }
        if (!said.words().isEmpty()) {
            alike.add(SimilarCase.Alike.LANGUAGE);
        }
        return new SimilarCase(
                one,
                SimilarCase.rank(shared.score() + said.score(), alike, marks),
                shared.share(),
                Stream.concat(shared.words().stream(), said.words().stream()).toList(),
                alike,
                marks);
    }

    /**
     * The terms to follow into the index: the most telling first, while together they stand in few enough cases. Where even the
     * rarest stands in too many, the cases that have the rarest ones together.
     */
    static List<CaseTermRows.Condition> conditions(Likeness likeness) {
        Map<String, Integer> cases = likeness.cases();
        List<String> byRarity = likeness.said().counts().keySet().stream()
                .sorted(Comparator.comparingInt((String term) -> cases.getOrDefault(term, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<CaseTermRows.Condition> chosen = new ArrayList<>();
        int uncounted = 0;
        long visited = 0;
        for (String term : byRarity) {
            int in = cases.getOrDefault(term, 0);
            if (in == 0 && uncounted++ >= MOST_UNCOUNTED) {
                continue;
            }
            visited += in;
            if (visited > VISITED || chosen.size() >= MOST_TERMS) {
                break;
            }
            chosen.add(CaseTermRows.Condition.of(term, likeness.weight(term)));
        }
        List<String> known = byRarity.stream()
                .filter(term -> cases.getOrDefault(term, 0) > 0)
                .toList();
        if (!known.isEmpty() && cases.getOrDefault(known.getFirst(), 0) > VISITED) {
            List<String> rarest = known.subList(0, Math.min(RAREST, known.size()));
            chosen.add(CaseTermRows.Condition.all(
                    rarest, rarest.stream().mapToDouble(likeness::weight).sum()));
        }
        return chosen;
    }
}
