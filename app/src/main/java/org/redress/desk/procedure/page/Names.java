package org.redress.desk.procedure.page;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.Unit;
import org.springframework.stereotype.Component;

/** Puts names to departments and people. */
@Component
class Names {

    private final Bureaus bureaus;
    private final Staff staff;

    Names(Bureaus bureaus, Staff staff) {
        this.bureaus = bureaus;
        this.staff = staff;
    }

    List<Unit> units(Actor actor) {
        return bureaus.units(actor.bureau());
    }

    Named of(Actor actor, Collection<StaffId> people) {
        return new Named(
                units(actor).stream().collect(Collectors.toMap(Unit::id, unit -> unit)), staff.names(actor, people));
    }

    /** The member with this staff number, or null for none. */
    @Nullable
    StaffId numbered(Actor actor, String number) {
        return number.isBlank()
                ? null
                : staff.findByNumber(actor, number.strip())
                        .map(member -> member.id())
                        .orElseThrow(() -> org.redress.platform.web.Problem.invalid("segment.person", "person"));
    }
}
