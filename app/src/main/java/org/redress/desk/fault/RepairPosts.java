package org.redress.desk.fault;

import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.identity.UnitId;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;

/** To which unit a work order goes. */
@Component
class RepairPosts {

    private final Lines lines;
    private final Staff staff;

    RepairPosts(Lines lines, Staff staff) {
        this.lines = lines;
        this.staff = staff;
    }

    /** The given one, or that of the exchange; a 422 problem where there is neither. */
    UnitId of(Actor actor, Line line, @Nullable UnitId given) {
        UnitId unit = given != null
                ? given
                : lines.post(actor, line.exchange()).orElseThrow(() -> Problem.invalid("fault.unit", "unit"));
        check(actor, unit);
        return unit;
    }

    /** That somebody there can take it up. */
    void check(Actor actor, UnitId unit) {
        if (staff.list(actor).stream()
                .filter(StaffMember::active)
                .noneMatch(member -> member.unit().equals(unit))) {
            throw Problem.invalid("fault.unit", "unit");
        }
    }
}
