package org.redress.improve.insight.lesson;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.Unit;
import org.redress.ground.identity.UnitId;
import org.redress.improve.insight.PreventionId;
import org.redress.improve.insight.Preventions;
import org.redress.platform.text.Words;
import org.redress.platform.web.Choice;
import org.springframework.stereotype.Component;

/** Puts together what an action's page shows of the units that must learn. */
@Component
public class LessonPart {

    private final Lessons lessons;
    private final Bureaus bureaus;
    private final Staff staff;

    LessonPart(Lessons lessons, Bureaus bureaus, Staff staff) {
        this.lessons = lessons;
        this.bureaus = bureaus;
        this.staff = staff;
    }

    /** @param stopped whether the action was given up, so that nobody is asked any more */
    public LessonsShown of(Actor actor, Words words, PreventionId action, boolean stopped) {
        List<Lesson> asked = lessons.of(actor, action);
        Map<UnitId, Unit> units =
                bureaus.units(actor.bureau()).stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        Map<StaffId, String> people = staff.names(
                actor,
                asked.stream()
                        .map(Lesson::learned)
                        .filter(Objects::nonNull)
                        .map(Lesson.Learned::by)
                        .toList());
        boolean asks = !stopped && actor.may(Action.WRITE, Preventions.KIND);
        return new LessonsShown(
                asked.stream()
                        .map(one -> line(actor, words, action, one, name(words, units.get(one.unit())), people))
                        .toList(),
                asks ? choices(words, units, asked) : List.of());
    }

    private LessonsShown.Line line(
            Actor actor, Words words, PreventionId action, Lesson one, String unit, Map<StaffId, String> people) {
        Lesson.Learned learned = one.learned();
        String asked = words.dateTime(one.askedAt(), actor.zone());
        if (learned == null) {
            boolean answers = lessons.mayAnswer(actor, one.unit());
            return new LessonsShown.Line(unit, asked, answers ? path(action, one.unit()) : null, null, null, null);
        }
        return new LessonsShown.Line(
                unit,
                asked,
                null,
                people.getOrDefault(learned.by(), ""),
                words.dateTime(learned.at(), actor.zone()),
                learned.how());
    }

    private static String path(PreventionId action, UnitId unit) {
        return "/actions/" + action.value() + "/lessons/" + unit.value();
    }

    private static List<Choice> choices(Words words, Map<UnitId, Unit> units, List<Lesson> asked) {
        return units.values().stream()
                .filter(unit -> asked.stream().noneMatch(one -> one.unit().equals(unit.id())))
                .sorted(Comparator.comparing(Unit::code))
                .map(unit -> new Choice(unit.id().value().toString(), unit.name(words.chinese())))
                .toList();
    }

    private static String name(Words words, @Nullable Unit unit) {
        return unit == null ? "" : unit.name(words.chinese());
    }
}
