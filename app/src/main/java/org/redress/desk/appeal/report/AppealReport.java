package org.redress.desk.appeal.report;

import java.util.List;
import java.util.Map;
import org.redress.desk.appeal.chain.Condition;

/**
 * The statutory report of a period.
 *
 * @param refused how many were refused for each condition; one may be refused for several
 */
public record AppealReport(Period period, Map<Figure, Long> counts, Map<Condition, Long> refused) {

    public AppealReport {
        counts = Map.copyOf(counts);
        refused = Map.copyOf(refused);
    }

    /** Those that are shown as counts; the others are parts of rates. */
    public static final List<Figure> SHOWN = List.of(
            Figure.RECEIVED,
            Figure.ACCEPTED,
            Figure.REFUSED,
            Figure.FORWARDED,
            Figure.REPLIED,
            Figure.MEDIATED,
            Figure.DECIDED,
            Figure.OPEN,
            Figure.DISPATCHED,
            Figure.SIGNED_IN_TIME,
            Figure.DISPATCH_CLOSED);

    public long count(Figure figure) {
        return counts.getOrDefault(figure, 0L);
    }

    public long refusedFor(Condition condition) {
        return refused.getOrDefault(condition, 0L);
    }

    public List<Rate> rates() {
        return Rate.RATES;
    }
}
