package org.redress.improve.insight.effect;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cases behind a figure of the league.
 *
 * @param type of failure, by its name
 * @param remedy by its name
 * @param of which figure of the line
 */
public record LeagueCasesPage(
        String type,
        String remedy,
        String of,
        List<Row> rows,
        @Nullable String next) {

    /** A case; names in words. */
    public record Row(
            String path,
            String number,
            String customer,
            LocalDate failedOn,
            @Nullable Integer recovery,
            boolean old,
            boolean stayed,
            @Nullable LocalDate left) {}
}
