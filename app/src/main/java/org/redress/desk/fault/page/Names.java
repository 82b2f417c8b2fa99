package org.redress.desk.fault.page;

import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.Unit;
import org.springframework.stereotype.Component;

/** Puts names to units and people. */
@Component
class Names {

    private final Bureaus bureaus;
    private final Staff staff;

    Names(Bureaus bureaus, Staff staff) {
        this.bureaus = bureaus;
        this.staff = staff;
    }

    Named of(Actor actor, Collection<StaffId> people) {
        return new Named(
                bureaus.units(actor.bureau()).stream().collect(Collectors.toMap(Unit::id, Function.identity())),
                staff.members(actor, people));
    }
}
