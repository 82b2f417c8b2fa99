package org.redress.desk.recovery.page;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.ledger.Drift;
import org.redress.desk.recovery.reconcile.MonthLine;

/**
 * Months of the ledger against its kept sums and billing.
 *
 * @param drift what was found when the kept sums were last held against the lines; null where they never were
 * @param export whether the reader may take a month out as a file
 * @param next path of the page with earlier months, or null
 */
public record ReconciliationPage(
        List<MonthLine> months,
        @Nullable Drift drift,
        boolean export,
        @Nullable String next,
        ZoneId zone) {

    public boolean drifted() {
        return drift != null && drift.found() > 0;
    }

    public boolean agrees() {
        return !drifted() && months.stream().allMatch(MonthLine::agrees);
    }
}
