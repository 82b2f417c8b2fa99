package org.redress.desk.recovery.page;

import java.util.List;
import org.redress.desk.recovery.reconcile.MonthLine;

/**
 * Months of the ledger against its kept sums and billing.
 *
 * @param drift how many kept sums are not what the lines add up to
 * @param export whether the reader may take a month out as a file
 */
public record ReconciliationPage(List<MonthLine> months, long drift, boolean export) {

    public boolean agrees() {
        return drift == 0 && months.stream().allMatch(MonthLine::agrees);
    }
}
