package org.redress.improve.quality.review;

import java.util.Comparator;
import java.util.List;
import org.redress.improve.quality.review.ReviewPack.WorstCase;

/**
 * Which cases a meeting looks at first: those opened again most often; of these the upheld before the partly upheld and all
 * others; then those answered late; then those that took longest. No weights, so that everybody can follow the order.
 */
final class WorstCaseOrder {

    static final int SHOWN = 10;

    private static final List<String> VERDICTS = List.of("UPHELD", "PARTLY");

    /** The worst first. */
    static final Comparator<WorstCase> WORST = Comparator.comparingInt(WorstCase::reopened)
            .reversed()
            .thenComparingInt(WorstCaseOrder::verdict)
            .thenComparing(WorstCase::late, Comparator.reverseOrder())
            .thenComparing(WorstCase::days, Comparator.reverseOrder())
            .thenComparing(WorstCase::number);

    private WorstCaseOrder() {}

    private static int verdict(WorstCase one) {
        int place = one.verdict() == null ? -1 : VERDICTS.indexOf(one.verdict());
        return place < 0 ? VERDICTS.size() : place;
    }

    static List<WorstCase> first(List<WorstCase> cases) {
        return cases.stream().sorted(WORST).limit(SHOWN).toList();
    }
}
