package org.redress.desk.ticket;

import java.util.Map;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Scope;

/**
 * The part of the bureau's tickets that somebody may read or write, as a condition on table alias {@code t}.
 *
 * @param params for {@code sql}, with the bureau and the person
 */
record Reach(Scope scope, String sql, Map<String, Object> params) {

    static final String KIND = "ticket";

    /** A 403 problem where no grant allows the action at all. */
    static Reach of(Actor actor, Action action) {
        Scope scope = actor.require(action, KIND);
        String sql = switch (scope) {
            case OWN -> "t.bureau = :bureau and t.responsible = :me";
            case UNIT -> "t.bureau = :bureau and t.unit = :myUnit";
            case BUREAU -> "t.bureau = :bureau";
        };
        return new Reach(
                scope,
                sql,
                Map.of(
                        "bureau",
                        actor.bureau().value(),
                        "me",
                        actor.staff().value(),
                        "myUnit",
                        actor.unit().value()));
    }

    /** Whether a ticket lies within it. */
    boolean covers(Actor actor, Ticket ticket) {
        return switch (scope) {
            case OWN -> ticket.responsible().equals(actor.staff());
            case UNIT -> ticket.unit().equals(actor.unit());
            case BUREAU -> true;
        };
    }
}
