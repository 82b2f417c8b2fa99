package org.redress.improve.insight.cases;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.party.Blackout;
import org.redress.ground.party.Blackouts;
import org.redress.ground.party.CustomerId;
import org.springframework.stereotype.Component;

/** Knows whom a text may speak of: its customer, and everybody who works here. */
@Component
class PersonalCovers {

    private final Blackouts blackouts;
    private final Staff staff;

    PersonalCovers(Blackouts blackouts, Staff staff) {
        this.blackouts = blackouts;
        this.staff = staff;
    }

    PersonalCover of(Actor actor, @Nullable CustomerId customer) {
        List<Blackout> known = new ArrayList<>();
        if (customer != null) {
            known.add(blackouts.of(actor, customer));
        }
        known.add(Blackout.of(staff.list(actor).stream().map(StaffMember::name).toList()));
        return new PersonalCover(actor.region(), known);
    }
}
