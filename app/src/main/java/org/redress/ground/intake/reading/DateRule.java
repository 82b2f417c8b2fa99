package org.redress.ground.intake.reading;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.redress.ground.intake.FileProfile;
import org.redress.ground.intake.Mapping.Choice;

/**
 * Decides between the two days that a cell can mean.
 *
 * @param choice what a person decided
 * @param conflict whether there is something to decide
 * @param dayFirst the prevailing order of the column
 * @param from first day of the span of the certain cells
 * @param to last day of it
 */
record DateRule(
        Choice choice,
        boolean conflict,
        boolean dayFirst,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    static final DateRule PLAIN = new DateRule(Choice.OPEN, false, true, null, null);

    static DateRule of(FileProfile.@Nullable Dates dates, Choice choice, boolean conflict) {
        return dates == null
                ? PLAIN
                : new DateRule(choice, conflict, Conflicts.prevailing(dates), dates.from(), dates.to());
    }

    /** A day, or the code of the fault. */
    record Settled(@Nullable LocalDate day, String fault) {}

    Settled settle(Dated date, @Nullable Dated second) {
        LocalDate certain = date.certain();
        if (certain != null) {
            return new Settled(certain, "");
        }
        if (date.dayFirst() == null || date.monthFirst() == null) {
            return new Settled(null, "date.form");
        }
        return switch (choice) {
            case DAY_FIRST -> new Settled(date.dayFirst(), "");
            case MONTH_FIRST -> new Settled(date.monthFirst(), "");
            case SEND_BACK -> new Settled(null, "date.both");
            case BY_COLUMN -> bySecond(date, second);
            case SWAP_OUTSIDERS -> new Settled(inside(date), "");
            case OPEN -> conflict ? new Settled(null, "date.open") : new Settled(usual(date), "");
        };
    }

    private static Settled bySecond(Dated date, @Nullable Dated second) {
        YearMonth month = second == null ? null : second.certainMonth();
        if (month == null || date.dayFirst() == null || date.monthFirst() == null) {
            return new Settled(null, "date.silent");
        }
        if (YearMonth.from(date.dayFirst()).equals(month)) {
            return new Settled(date.dayFirst(), "");
        }
        return YearMonth.from(date.monthFirst()).equals(month)
                ? new Settled(date.monthFirst(), "")
                : new Settled(null, "date.neither");
    }

    private @Nullable LocalDate usual(Dated date) {
        return dayFirst ? date.dayFirst() : date.monthFirst();
    }

    private @Nullable LocalDate inside(Dated date) {
        LocalDate other = dayFirst ? date.monthFirst() : date.dayFirst();
        return !within(usual(date)) && within(other) ? other : usual(date);
    }

    private boolean within(@Nullable LocalDate day) {
        return day != null && from != null && to != null && !day.isBefore(from) && !day.isAfter(to);
    }
}
