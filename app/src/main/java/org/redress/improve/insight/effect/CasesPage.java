package org.redress.improve.insight.effect;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cases behind a figure of who stayed.
 *
 * @param matched only those of whom somebody is like them
 * @param asOf of when the figure is
 */
public record CasesPage(
        Side side,
        int days,
        boolean matched,
        String asOf,
        List<Row> rows,
        @Nullable String next) {

    /** A failure; names in words. */
    public record Row(
            BehindPage.Name ticket,
            BehindPage.Name customer,
            String type,
            LocalDate failedOn,
            @Nullable LocalDate left,
            boolean stayed) {}
}
