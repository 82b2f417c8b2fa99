package org.redress.desk.recovery.page;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Attempt;

/**
 * What waits for a yes.
 *
 * @param all whether the reader sees what others proposed, too
 * @param attempt the decision that came back
 */
public record ApprovalsPage(
        List<MoneyRow> rows,
        boolean all,
        Attempt attempt,
        @Nullable String next,
        ZoneId zone) {}
