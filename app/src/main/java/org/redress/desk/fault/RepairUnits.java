package org.redress.desk.fault;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Unit;
import org.redress.ground.identity.UnitId;
import org.redress.ground.intake.Fold;

/** The units of a bureau by what files call them. A name that two of them have is nobody's; a code always is one's. */
final class RepairUnits {

    private final Map<String, UnitId> units = new HashMap<>();

    RepairUnits(Collection<Unit> all) {
        Set<String> shared = new HashSet<>();
        for (Unit unit : all) {
            Stream.of(unit.nameZh(), unit.nameEn()).map(Fold::of).distinct().forEach(name -> {
                if (units.putIfAbsent(name, unit.id()) != null) {
                    shared.add(name);
                }
            });
        }
        shared.forEach(units::remove);
        all.forEach(unit -> units.put(Fold.of(unit.code()), unit.id()));
    }

    @Nullable
    UnitId named(@Nullable String name) {
        return name == null ? null : units.get(Fold.of(name));
    }
}
