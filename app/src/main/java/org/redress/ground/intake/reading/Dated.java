package org.redress.ground.intake.reading;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A cell read as a date, in every way in which it can be.
 *
 * @param dayFirst with the day before the month, if there is such a day
 * @param monthFirst with the month before the day; the same as the other where the form leaves no choice
 * @param month what a cell says that names no day
 * @param offset from UTC, where the cell states it
 */
public record Dated(
        Form form,
        @Nullable LocalDate dayFirst,
        @Nullable LocalDate monthFirst,
        @Nullable YearMonth month,
        @Nullable LocalTime time,
        @Nullable ZoneOffset offset) {

    static Dated day(Form form, @Nullable LocalDate day, @Nullable LocalTime time, @Nullable ZoneOffset offset) {
        return new Dated(form, day, day, null, time, offset);
    }

    /** Whether two different days can be meant. */
    public boolean ambiguous() {
        return dayFirst != null && monthFirst != null && !dayFirst.equals(monthFirst);
    }

    /**
     * Whether it is a date cell whose day may be its month: what a program made of a written date when it opened the file, in the
     * order of its own country.
     */
    public boolean turnable() {
        return form == Form.CELL
                && dayFirst != null
                && dayFirst.getDayOfMonth() <= 12
                && dayFirst.getDayOfMonth() != dayFirst.getMonthValue();
    }

    /**
     * A turnable cell in both ways in which it can have been written.
     *
     * @param standing whether the program read it with the day first
     */
    public Dated turned(boolean standing) {
        LocalDate day = Objects.requireNonNull(dayFirst);
        LocalDate other = LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue());
        return new Dated(form, standing ? day : other, standing ? other : day, month, time, offset);
    }

    /** The day, where there is no choice; else null. */
    public @Nullable LocalDate certain() {
        if (ambiguous()) {
            return null;
        }
        return dayFirst != null ? dayFirst : monthFirst;
    }

    /** The month, where there is no choice; else null. */
    public @Nullable YearMonth certainMonth() {
        LocalDate day = certain();
        return day != null ? YearMonth.from(day) : month;
    }
}
