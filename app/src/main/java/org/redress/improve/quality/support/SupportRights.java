package org.redress.improve.quality.support;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Scope;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.identity.Superiors;
import org.redress.ground.identity.UnitId;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;

/** Who sees what of whom: everybody their own, whoever leads that of those they lead, nobody else anything. */
@Component
class SupportRights {

    static final String KIND = "support";

    private final Superiors superiors;
    private final Staff staff;

    SupportRights(Superiors superiors, Staff staff) {
        this.superiors = superiors;
        this.staff = staff;
    }

    /** Whether somebody leads anybody at all in this respect. */
    static boolean leads(Actor actor) {
        return actor.scope(Action.READ, KIND)
                .filter(scope -> scope != Scope.OWN)
                .isPresent();
    }

    /** The active people whom somebody leads, by number; without themselves. */
    List<StaffMember> team(Actor actor) {
        Scope scope = actor.require(Action.READ, KIND);
        if (scope == Scope.OWN) {
            throw Problem.forbidden("access.denied");
        }
        Set<UnitId> units = scope == Scope.BUREAU ? Set.of() : units(actor);
        return staff.list(actor).stream()
                .filter(StaffMember::active)
                .filter(one -> !one.id().equals(actor.staff()))
                .filter(one -> scope == Scope.BUREAU || units.contains(one.unit()))
                .toList();
    }

    /** Somebody whose record a reader may see: themselves, or one whom they lead; 403 else. */
    StaffMember seen(Actor actor, StaffId person) {
        Scope scope = actor.require(Action.READ, KIND);
        StaffMember member = staff.find(actor, person).orElseThrow(() -> Problem.absent("support.person"));
        boolean may = person.equals(actor.staff())
                || scope == Scope.BUREAU
                || (scope == Scope.UNIT && units(actor).contains(member.unit()));
        if (!may) {
            throw Problem.forbidden("access.denied");
        }
        return member;
    }

    /** The units below somebody who leads, their own among them. */
    Set<UnitId> units(Actor actor) {
        return superiors.below(actor.bureau(), actor.unit()).stream().collect(Collectors.toSet());
    }

    /** Whether somebody can say a word about a relief: who leads that person, and is not that person. */
    boolean maySay(Actor actor, Relief relief) {
        Scope scope = actor.scope(Action.WRITE, KIND).orElse(Scope.OWN);
        return !actor.staff().equals(relief.staff())
                && (scope == Scope.BUREAU
                        || (scope == Scope.UNIT && units(actor).contains(relief.unit())));
    }
}
