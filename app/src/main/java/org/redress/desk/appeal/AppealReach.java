package org.redress.desk.appeal;

import java.util.Map;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Scope;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;

/**
 * The part of the bureau's appeals and dispatches that somebody may read or write, as a condition on table alias {@code a}.
 * One permission, {@code appeal}, is asked for both.
 */
public record AppealReach(Scope scope, Actor actor) {

    public static final String KIND = "appeal";

    /** A 403 problem where no grant allows the action at all. */
    public static AppealReach of(Actor actor, Action action) {
        return new AppealReach(actor.require(action, KIND), actor);
    }

    public String sql() {
        return switch (scope) {
            case OWN -> "a.handler = :me";
            case UNIT -> "a.unit = :myUnit";
            case BUREAU -> "true";
        };
    }

    public Map<String, Object> params() {
        return switch (scope) {
            case OWN -> Map.of("me", actor.staff().value());
            case UNIT -> Map.of("myUnit", actor.unit().value());
            case BUREAU -> Map.of();
        };
    }

    public boolean covers(StaffId handler, UnitId unit) {
        return switch (scope) {
            case OWN -> handler.equals(actor.staff());
            case UNIT -> unit.equals(actor.unit());
            case BUREAU -> true;
        };
    }
}
