package org.redress.ground.commitment;

import java.time.LocalDate;
import java.util.List;

/**
 * What a file of holidays says and what it would change in a calendar.
 *
 * @param source where the holidays were announced
 * @param days in order
 */
public record HolidayPreview(String calendar, String source, List<Day> days) {

    /** @param off false for a day that is worked to make up for another */
    public record Day(LocalDate date, String name, boolean off, Change change) {}

    /** What the calendar says now. */
    public enum Change {
        NEW,
        SAME,
        /** The calendar has this date otherwise; it will be written over. */
        OTHER
    }

    public long changes() {
        return days.stream().filter(day -> day.change() != Change.SAME).count();
    }
}
