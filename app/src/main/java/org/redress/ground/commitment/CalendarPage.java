package org.redress.ground.commitment;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One calendar.
 *
 * @param base the one that it is based on, or null
 * @param preview what a file of holidays would change, or null
 * @param typed what was typed
 * @param faults what is wrong with it, by field
 */
public record CalendarPage(
        CalendarSheet sheet,
        @Nullable CalendarSheet base,
        boolean changing,
        @Nullable HolidayPreview preview,
        Map<String, String> typed,
        Map<String, String> faults) {

    public String path() {
        return "/calendars/" + sheet.code();
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /** The hours of a weekday, as they were typed or as they hold. */
    public String hours(CalendarSheet.Weekday day) {
        return typed.getOrDefault(day.day().name(), day.hours());
    }
}
