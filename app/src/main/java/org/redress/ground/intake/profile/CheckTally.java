package org.redress.ground.intake.profile;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.ground.intake.FileProfile.Check;
import org.redress.ground.intake.reading.Dated;

/** Counts what a second column says of dates that can be read both ways. */
final class CheckTally {

    private final Map<LocalDate, Long> settled = new HashMap<>();
    private long dayFirst;
    private long monthFirst;
    private long neither;
    private long silent;

    void add(Dated date, @Nullable Dated second) {
        YearMonth month = second == null ? null : second.certainMonth();
        LocalDate first = date.dayFirst();
        LocalDate other = date.monthFirst();
        if (month == null || first == null || other == null) {
            silent++;
        } else if (YearMonth.from(first).equals(month)) {
            dayFirst++;
            settled.merge(first, 1L, Long::sum);
        } else if (YearMonth.from(other).equals(month)) {
            monthFirst++;
            settled.merge(other, 1L, Long::sum);
        } else {
            neither++;
        }
    }

    Check result(int column, int second, DateTally dates) {
        long outside = settled.entrySet().stream()
                .filter(e -> dates.outside(e.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new Check(column, second, dayFirst, monthFirst, neither, silent, outside);
    }
}
