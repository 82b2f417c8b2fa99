package org.redress.ground.commitment;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.platform.text.Words;

/**
 * A calendar as people read it.
 *
 * @param base code of the calendar that it is based on, or null
 * @param ownWeek whether it has a week of its own
 * @param week Monday first, as it holds
 * @param dates from today on, as they hold, those that it takes over among them
 */
public record CalendarSheet(
        String code,
        String nameZh,
        String nameEn,
        ZoneId zone,
        @Nullable String base,
        boolean ownWeek,
        List<Weekday> week,
        List<Date> dates) {

    /** @param hours e.g. {@code 08:30-12:00 13:30-17:30}; empty for a day off */
    public record Weekday(DayOfWeek day, String hours) {}

    /**
     * A date with other hours than its weekday's.
     *
     * @param hours empty for a day off; null where people work as on a usual day
     * @param own false where it is taken over from the calendar below
     */
    public record Date(LocalDate date, @Nullable String hours, String name, String source, boolean own) {}

    public String name(Words words) {
        return words.chinese() ? nameZh : nameEn;
    }

    /** Round the clock is never changed. */
    public boolean changeable() {
        return !code.equals(Calendars.ALWAYS);
    }
}
