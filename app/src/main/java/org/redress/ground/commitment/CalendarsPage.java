package org.redress.ground.commitment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.identity.Unit;
import org.redress.ground.identity.UnitId;
import org.redress.platform.text.Words;
import org.redress.platform.web.Choice;

/**
 * Every calendar, and by which one each unit works, and whoever works otherwise.
 *
 * @param own the calendar that a unit has of its own
 * @param people who has one of their own
 * @param typed what was typed into the form of a new one
 * @param faults what is wrong with it, by field
 */
public record CalendarsPage(
        List<CalendarSheet> calendars,
        List<Unit> units,
        Map<UnitId, String> own,
        List<StaffMember> staff,
        Map<StaffId, String> people,
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

    /** Those who have one of their own, whoever has left among them. */
    public List<StaffMember> withOwn() {
        return staff.stream().filter(member -> people.containsKey(member.id())).toList();
    }

    /** Those who work by that of their unit. */
    public List<Choice> others() {
        return staff.stream()
                .filter(member -> member.active() && !people.containsKey(member.id()))
                .map(member -> new Choice(member.id().value().toString(), member.name() + " · " + member.unitName()))
                .toList();
    }

    /** What somebody may work by, first that of their unit. */
    public List<Choice> choicesOfPerson(Words words) {
        List<Choice> choices = new ArrayList<>(choices(words));
        choices.set(0, new Choice("", words.text("calendar.ofunit")));
        return choices;
    }

    public String of(StaffMember member) {
        return people.getOrDefault(member.id(), "");
    }

    /** The calendar's name, by its code. */
    public String name(String code, Words words) {
        return calendars.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .map(one -> one.name(words))
                .orElse(code);
    }

    /** How many units and people have this calendar of their own. */
    public long users(CalendarSheet calendar) {
        return Stream.concat(own.values().stream(), people.values().stream())
                .filter(calendar.code()::equals)
                .count();
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }
}
