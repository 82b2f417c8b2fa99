package org.redress.desk.procedure.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.Unit;
import org.redress.ground.identity.UnitId;
import org.redress.platform.text.Words;
import org.redress.platform.web.Choice;

/** Names of the departments and people on a page. */
public record Named(Map<UnitId, Unit> units, Map<StaffId, String> people) {

    public String unit(Words words, UnitId id) {
        Unit unit = units.get(id);
        return unit == null ? "" : unit.name(words.chinese());
    }

    public String person(@Nullable StaffId id) {
        return id == null ? "" : people.getOrDefault(id, "");
    }

    /** The departments to choose from. */
    public List<Choice> choices(Words words) {
        return units.values().stream()
                .sorted(Comparator.comparing(Unit::code))
                .map(unit -> new Choice(unit.id().value().toString(), unit.name(words.chinese())))
                .toList();
    }
}
