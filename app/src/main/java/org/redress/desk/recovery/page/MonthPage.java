package org.redress.desk.recovery.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.reconcile.CaseLine;
import org.redress.desk.recovery.reconcile.MonthLine;

/** The compensations of a month, the latest first. */
public record MonthPage(
        MonthLine line,
        List<Row> rows,
        boolean export,
        @Nullable String next) {

    /** One of them. */
    public record Row(CaseLine line, MoneyRow money) {}

    public String path() {
        return ReconciliationDesk.PATH + "/" + line.month();
    }
}
