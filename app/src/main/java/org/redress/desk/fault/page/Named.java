package org.redress.desk.fault.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.identity.Unit;
import org.redress.ground.identity.UnitId;
import org.redress.platform.text.Words;
import org.redress.platform.web.Choice;

/** The units and people of a page. */
public record Named(Map<UnitId, Unit> units, Map<StaffId, StaffMember> people) {

    public String unit(Words words, @Nullable UnitId id) {
        Unit unit = id == null ? null : units.get(id);
        return unit == null ? "" : unit.name(words.chinese());
    }

    /** Their name; of the product, that it acted by itself. */
    public String person(Words words, StaffId id) {
        StaffMember member = people.get(id);
        return member != null ? member.name() : Staff.COMMAND.equals(id) ? words.text("fault.itself") : "";
    }

    public List<Choice> choices(Words words) {
        return units.values().stream()
                .sorted(Comparator.comparing(Unit::code))
                .map(unit -> new Choice(unit.id().value().toString(), unit.name(words.chinese())))
                .toList();
    }
}
