package org.redress.desk.care.station;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.redress.platform.web.Problem;

/**
 * How often members report: every so many weeks or months, by the bureau's calendar.
 *
 * @param every 1 to 12
 */
public record Rhythm(int every, Unit unit) {

    public static final int LONGEST = 12;

    /** Text by key {@code station.rhythm.NAME} with the number. */
    public enum Unit {
        WEEKS(ChronoUnit.WEEKS),
        MONTHS(ChronoUnit.MONTHS);

        private final ChronoUnit unit;

        Unit(ChronoUnit unit) {
            this.unit = unit;
        }
    }

    public Rhythm {
        if (every < 1 || every > LONGEST) {
            throw Problem.invalid("station.every", "every", LONGEST);
        }
    }

    /** The first day of a period; of a month that is too short its last one. */
    LocalDate first(LocalDate start, int number) {
        return start.plus((long) number * every, unit.unit);
    }

    /** The period in which a day lies, from 0; -1 before the start. */
    int number(LocalDate start, LocalDate day) {
        if (day.isBefore(start)) {
            return -1;
        }
        int number = Math.toIntExact(unit.unit.between(start, day) / every);
        // Months of different lengths: the thirty-first of one is the last of another.
        return first(start, number + 1).isAfter(day) ? number : number + 1;
    }
}
