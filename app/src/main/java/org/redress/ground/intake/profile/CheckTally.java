package org.redress.ground.intake.profile;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.ground.intake.FileProfile.Check;
import org.redress.ground.intake.reading.Dated;
import org.redress.ground.intake.reading.Form;

/** Counts what a second column says of dates that can be read both ways, and of date cells that cannot. */
final class CheckTally {

    private final Told written = new Told();
    private final Told writtenByCells = new Told();
    private final Told cells = new Told();
    private final Told cellsByCells = new Told();
    private long agreeing;
    private long differing;

    void add(Dated date, @Nullable Dated second) {
        boolean byCell = second != null && second.turnable();
        Told told = date.form() == Form.CELL ? byCell ? cellsByCells : cells : byCell ? writtenByCells : written;
        told.add(date, second);
    }

    /** Takes note of a date cell whose day can be no month: whether the second column tells of the same moment. */
    void addCertain(YearMonth month, Dated second) {
        YearMonth said = second.certainMonth();
        if (said != null) {
            agreeing += said.equals(month) ? 1 : 0;
            differing += said.equals(month) ? 0 : 1;
        }
    }

    /** Whether the second column tells of the same moment as date cells, and says of some that they were turned. */
    boolean contradicts(DateTally second) {
        Told told = new Told();
        told.take(cells, cellsByCells, second.mixed(), true);
        return told.monthFirst > 0
                && Check.agree(told.dayFirst + told.monthFirst, told.neither)
                && agreeing > 0
                && Check.agree(agreeing, differing);
    }

    Check result(int column, int second, DateTally dates, DateTally seconds) {
        Told told = new Told();
        told.take(written, writtenByCells, seconds.mixed(), true);
        if (dates.doubtful()) {
            told.take(cells, cellsByCells, seconds.mixed(), dates.standsDayFirst());
        }
        long outside = told.settled.entrySet().stream()
                .filter(e -> dates.outside(e.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new Check(column, second, told.dayFirst, told.monthFirst, told.neither, told.silent, outside);
    }

    /** What is said of dates. */
    private static final class Told {

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

        /**
         * @param mute whether date cells, which may be turned themselves, say nothing
         * @param standing whether the day first is what stands there
         */
        void take(Told firm, Told byCells, boolean mute, boolean standing) {
            take(firm, standing);
            if (mute) {
                silent += byCells.dayFirst + byCells.monthFirst + byCells.neither + byCells.silent;
            } else {
                take(byCells, standing);
            }
        }

        private void take(Told other, boolean standing) {
            dayFirst += standing ? other.dayFirst : other.monthFirst;
            monthFirst += standing ? other.monthFirst : other.dayFirst;
            neither += other.neither;
            silent += other.silent;
            other.settled.forEach((day, rows) -> settled.merge(day, rows, Long::sum));
        }
    }
}
