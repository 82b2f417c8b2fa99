package org.redress.ground.commitment;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.redress.ground.commitment.WorkCalendar.DayChange;

final class SomeCalendars {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final String OFFICE = "08:30-12:00 13:30-17:30";

    private SomeCalendars() {}

    static Map<DayOfWeek, Hours> officeWeek() {
        return WorkCalendar.week(OFFICE, MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY);
    }

    static WorkCalendar office() {
        return office(Map.of());
    }

    static WorkCalendar office(Map<LocalDate, DayChange> dates) {
        return new WorkCalendar("working", "zh", "en", SHANGHAI, officeWeek(), dates);
    }

    static WorkCalendar always() {
        return new WorkCalendar(
                "always",
                "zh",
                "en",
                SHANGHAI,
                WorkCalendar.week("00:00-24:00", MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY),
                Map.of());
    }

    static DayChange off(String name) {
        return new DayChange(Hours.OFF, name, "test");
    }

    static DayChange worked(String name) {
        return new DayChange(null, name, "test");
    }
}
