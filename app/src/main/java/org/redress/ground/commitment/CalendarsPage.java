package org.redress.ground.commitment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.redress.ground.identity.Unit;
import org.redress.ground.identity.UnitId;
import org.redress.platform.text.Words;
import org.redress.platform.web.Choice;

/**
 * Every calendar, and by which one each unit works.
 *
 * @param own the calendar that a unit has of its own
 * @param typed what was typed into the form of a new one
 * @param faults what is wrong with it, by field
 */
public record CalendarsPage(
        List<CalendarSheet> calendars,
        List<Unit> units,
        Map<UnitId, String> own,
        boolean changing,
        Map<String, String> typed,
        Map<String, String> faults) {

    public List<Choice> bases(Words words) {
        return calendars.stream()
                .filter(CalendarSheet::changeable)
                .map(one -> new Choice(one.code(), one.name(words)))
                .toList();
    }

    /** What a unit may work by, first that of the unit above. */
    public List<Choice> choices(Words words) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", words.text("calendar.above")));
        calendars.forEach(one -> choices.add(new Choice(one.code(), one.name(words))));
        return choices;
    }

    public String of(Unit unit) {
        return own.getOrDefault(unit.id(), "");
    }

    /** How many units have this calendar of their own. */
    public long users(CalendarSheet calendar) {
        return own.values().stream().filter(calendar.code()::equals).count();
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }
}
