package org.redress.ground.commitment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.redress.ground.identity.BureauId;
import org.redress.ground.rulebook.Limit;
import org.redress.ground.rulebook.Rulebook;
import org.springframework.stereotype.Component;

/** Until when something is possible: reckoned as what a clock owes, where nobody owes anything and no clock runs. */
@Component
public class Deadlines {

    private final CalendarShelf calendars;
    private final Rulebook rulebook;

    Deadlines(CalendarShelf calendars, Rulebook rulebook) {
        this.calendars = calendars;
        this.rulebook = rulebook;
    }

    /** By the rule of the day on which it begins; working time by the hours of the bureau. */
    public Instant after(BureauId bureau, String ruleCode, Instant from) {
        WorkCalendar calendar = calendars.get(bureau, Calendars.WORKING);
        return after(
                calendar, rulebook.get(bureau, ruleCode, calendar.date(from)).limit(), from);
    }

    /** The last day of a limit that begins with that day. */
    public LocalDate lastDay(BureauId bureau, Limit limit, LocalDate from) {
        WorkCalendar calendar = calendars.get(bureau, Calendars.WORKING);
        return calendar.date(
                after(calendar, limit, from.atStartOfDay(calendar.zone()).toInstant()));
    }

    private static Instant after(WorkCalendar calendar, Limit limit, Instant from) {
        return Objects.requireNonNull(
                Reckoning.due(Line.of(limit, calendar), Line.ticks(limit), List.of(new Reckoning.Span(from, null))));
    }
}
