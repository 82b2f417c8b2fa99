package org.redress.improve.quality;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.identity.Unit;
import org.redress.ground.identity.UnitId;
import org.redress.platform.text.Words;
import org.redress.platform.web.Choice;
import org.springframework.stereotype.Component;

/** Puts names to units and people. */
@Component
public class QualityNames {

    private final Bureaus bureaus;
    private final Staff staff;

    QualityNames(Bureaus bureaus, Staff staff) {
        this.bureaus = bureaus;
        this.staff = staff;
    }

    /** The units and people of a page. */
    public record Named(Map<UnitId, Unit> units, Map<StaffId, StaffMember> people) {

        public String unit(Words words, UnitId id) {
            Unit unit = units.get(id);
            return unit == null ? "" : unit.name(words.chinese());
        }

        /** Their name; of a rule that acted by itself, that it was one. */
        public String person(Words words, @Nullable StaffId id) {
            StaffMember member = id == null ? null : people.get(id);
            return member != null ? member.name() : Staff.COMMAND.equals(id) ? words.text("quality.itself") : "";
        }

        public List<Choice> choices(Words words) {
            return units.values().stream()
                    .sorted(Comparator.comparing(Unit::code))
                    .map(unit -> new Choice(unit.id().value().toString(), unit.name(words.chinese())))
                    .toList();
        }
    }

    public Named of(Actor actor, Collection<StaffId> people) {
        return new Named(
                bureaus.units(actor.bureau()).stream().collect(Collectors.toMap(Unit::id, Function.identity())),
                staff.members(actor, people));
    }

    /** Everybody who is at work, to choose from. */
    public List<Choice> colleagues(Actor actor, Words words) {
        return staff.list(actor).stream()
                .filter(StaffMember::active)
                .map(one -> new Choice(
                        one.id().value().toString(), words.text("quality.person", one.name(), one.unitName())))
                .toList();
    }
}
