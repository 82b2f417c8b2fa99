package org.redress.desk.outlet;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.ground.rulebook.Rule;

/**
 * A promise with how far it is kept.
 *
 * @param rule whose limit is promised, as it holds today; null where the rulebook has none
 * @param months the last twelve, the oldest first; the last one is running
 */
public record PromiseStanding(Promise promise, @Nullable Rule rule, List<PromiseMonth> months, AttainmentLine line) {

    public PromiseStanding {
        months = List.copyOf(months);
    }

    /** The running month so far. */
    public PromiseMonth running() {
        return months.getLast();
    }

    /** The last month that is over. */
    public PromiseMonth full() {
        return months.get(months.size() - 2);
    }

    /** What it says this month. */
    public PromiseWording now() {
        YearMonth month = running().figures().month();
        return promise.shown(month);
    }
}
