package org.redress.desk.contact;

import java.util.Map;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Scope;

/** The part of the bureau's contacts that somebody may read, as a condition on table alias {@code c}. */
record ContactReach(Actor actor, Scope scope) {

    /** A 403 problem where no grant allows it at all. */
    static ContactReach of(Actor actor) {
        return new ContactReach(actor, actor.require(Action.READ, Contacts.KIND));
    }

    String sql() {
        return switch (scope) {
            case OWN -> "c.bureau = :bureau and c.taken_by = :me";
            case UNIT -> "c.bureau = :bureau and c.unit = :myUnit";
            case BUREAU -> "c.bureau = :bureau";
        };
    }

    Map<String, Object> params() {
        return Map.of(
                "bureau",
                actor.bureau().value(),
                "me",
                actor.staff().value(),
                "myUnit",
                actor.unit().value());
    }

    boolean covers(Contact contact) {
        return switch (scope) {
            case OWN -> contact.takenBy().equals(actor.staff());
            case UNIT -> contact.unit().equals(actor.unit());
            case BUREAU -> true;
        };
    }
}
