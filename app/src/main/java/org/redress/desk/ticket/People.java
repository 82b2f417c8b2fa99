package org.redress.desk.ticket;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.identity.Unit;
import org.redress.ground.identity.UnitId;

/** The people and units of the bureau by what files call them. A name that two people have is nobody's. */
final class People {

    private final Map<String, StaffMember> members = new HashMap<>();
    private final Map<String, UnitId> units = new HashMap<>();

    People(List<StaffMember> staff, List<Unit> units) {
        Set<String> twice = new HashSet<>();
        for (StaffMember member : staff) {
            if (member.active()) {
                if (members.putIfAbsent(key(member.name()), member) != null) {
                    twice.add(key(member.name()));
                }
            }
        }
        twice.forEach(members::remove);
        staff.stream().filter(StaffMember::active).forEach(member -> members.put(key(member.number()), member));
        for (Unit unit : units) {
            this.units.put(key(unit.nameZh()), unit.id());
            this.units.put(key(unit.nameEn()), unit.id());
            this.units.put(key(unit.code()), unit.id());
        }
    }

    private static String key(String name) {
        return Wording.key(name);
    }

    /** The member with this staff number or name, if there is exactly one. */
    @Nullable
    StaffMember named(@Nullable String name) {
        return name == null ? null : members.get(key(name));
    }

    /** The unit with this code or name. */
    @Nullable
    UnitId unit(@Nullable String name) {
        return name == null ? null : units.get(key(name));
    }
}
