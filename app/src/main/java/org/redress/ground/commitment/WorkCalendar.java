package org.redress.ground.commitment;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.platform.text.Words;

/**
 * When people work: hours of each weekday and of dates that differ. Immutable; what it inherits from the calendar that it
 * is based on has been laid into it.
 *
 * @param zone where its days begin and end
 * @param dates dates with other hours than their weekday's: holidays, and weekend days worked to make up for them
 */
record WorkCalendar(
        String code,
        String nameZh,
        String nameEn,
        ZoneId zone,
        Map<DayOfWeek, Hours> week,
        Map<LocalDate, DayChange> dates) {

    /**
     * What is other on a date.
     *
     * @param hours the hours of that date, or null where people work as on a usual day
     * @param name e.g. the name of the holiday
     * @param source where it was announced
     */
    record DayChange(@Nullable Hours hours, String name, String source) {
        boolean works() {
            return hours == null || !hours.off();
        }
    }

    WorkCalendar {
        week = Map.copyOf(week);
        dates = Map.copyOf(dates);
        if (week.values().stream().allMatch(Hours::off)) {
            throw new IllegalArgumentException("calendar " + code + " never works");
        }
    }

    /** The same hours on several weekdays. */
    static Map<DayOfWeek, Hours> week(String hours, DayOfWeek... days) {
        Map<DayOfWeek, Hours> week = new EnumMap<>(DayOfWeek.class);
        Arrays.stream(days).forEach(day -> week.put(day, Hours.parse(hours)));
        return week;
    }

    String name(Words words) {
        return words.chinese() ? nameZh : nameEn;
    }

    Hours on(LocalDate date) {
        DayChange change = dates.get(date);
        if (change == null) {
            return week.getOrDefault(date.getDayOfWeek(), Hours.OFF);
        }
        return change.hours() == null ? usual() : change.hours();
    }

    /** The hours of the first weekday that has any. */
    private Hours usual() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> week.getOrDefault(day, Hours.OFF))
                .filter(hours -> !hours.off())
                .findFirst()
                .orElse(Hours.OFF);
    }

    LocalDate date(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    WorkDay day(LocalDate date) {
        return WorkDay.of(date, on(date), zone);
    }
}
