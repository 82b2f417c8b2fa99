package org.redress.desk.recovery.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compensations, the latest first.
 *
 * @param of what they are of, in words; null for all
 * @param sums whether the reader may see sums of the bureau
 */
public record LedgerPage(
        List<MoneyRow> rows,
        @Nullable String of,
        boolean sums,
        @Nullable String next) {}
