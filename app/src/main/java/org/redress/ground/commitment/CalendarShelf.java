package org.redress.ground.commitment;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.ground.commitment.CalendarRows.Written;
import org.redress.ground.commitment.WorkCalendar.DayChange;
import org.redress.ground.identity.BureauId;
import org.redress.platform.database.Remembered;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;

/** The calendars of each bureau, ready for reckoning: what one takes over from its base is laid into it. */
@Component
class CalendarShelf {

    private final Remembered<BureauId, Map<String, WorkCalendar>> calendars;

    CalendarShelf(CalendarRows rows) {
        this.calendars = new Remembered<>(bureau -> laidOut(rows.of(bureau)));
    }

    Map<String, WorkCalendar> all(BureauId bureau) {
        return calendars.get(bureau);
    }

    WorkCalendar get(BureauId bureau, String code) {
        WorkCalendar calendar = all(bureau).get(code);
        if (calendar == null) {
            throw Problem.absent("calendar.absent", code);
        }
        return calendar;
    }

    /** Called in the transaction that changes the bureau's calendars. */
    void changing(BureauId bureau) {
        calendars.changing(bureau);
    }

    /** Called when that is done, in a transaction that goes on. */
    void written(BureauId bureau) {
        calendars.written(bureau);
    }

    static Map<String, WorkCalendar> laidOut(List<Written> written) {
        Map<String, Written> byCode = written.stream().collect(Collectors.toMap(Written::code, Function.identity()));
        return written.stream().collect(Collectors.toUnmodifiableMap(Written::code, one -> laidOut(one, byCode)));
    }

    /** Own hours of a weekday and of a date go before those of the base, and these before those of its base. */
    private static WorkCalendar laidOut(Written written, Map<String, Written> byCode) {
        Map<DayOfWeek, Hours> week = new EnumMap<>(DayOfWeek.class);
        Map<LocalDate, DayChange> dates = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Written at = written;
                at != null && seen.add(at.code());
                at = at.base() == null ? null : byCode.get(at.base())) {
            if (week.isEmpty()) {
                week.putAll(at.week());
            }
            at.dates().forEach(dates::putIfAbsent);
        }
        return new WorkCalendar(written.code(), written.nameZh(), written.nameEn(), written.zone(), week, dates);
    }
}
