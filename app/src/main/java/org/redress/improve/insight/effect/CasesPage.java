package org.redress.improve.insight.effect;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cases behind a figure. */
public record CasesPage(
        Side side, int days, List<Row> rows, @Nullable String next) {

    /** A failure; names in words. */
    public record Row(
            String path,
            String number,
            String customer,
            String type,
            LocalDate failedOn,
            @Nullable LocalDate left,
            boolean stayed) {}
}
