package org.redress.desk.recovery.credit.page;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.credit.CreditRun;
import org.redress.desk.recovery.credit.ServiceProblem;

/**
 * Runs, the latest first, and the problems that may bring one.
 *
 * @param more whether there are problems beyond those shown
 * @param proposing whether the reader may propose one
 * @param next path of the page after this one, or null
 */
public record CreditListPage(
        List<ServiceProblem> offered,
        boolean more,
        List<CreditRun> rows,
        People people,
        boolean proposing,
        @Nullable String next,
        ZoneId zone) {}
