package org.redress.desk.care.station;

import java.util.Map;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Scope;
import org.redress.platform.web.Problem;

/** Who may do what with which stations: those that one keeps, those of one's unit, or all of the bureau. */
final class StationRights {

    static final String KIND = "station";

    private StationRights() {}

    static boolean covers(Actor actor, Action action, Station station) {
        return actor.scope(action, KIND)
                .map(scope -> switch (scope) {
                    case OWN -> station.keeper().equals(actor.staff());
                    case UNIT ->
                        station.unit().equals(actor.unit()) || station.keeper().equals(actor.staff());
                    case BUREAU -> true;
                })
                .orElse(false);
    }

    static void require(Actor actor, Action action, Station station) {
        if (!covers(actor, action, station)) {
            throw Problem.forbidden("access.denied");
        }
    }

    /** A condition on table alias {@code s}; a 403 problem where nothing may be read at all. */
    static String reading(Actor actor) {
        Scope scope = actor.require(Action.READ, KIND);
        return switch (scope) {
            case OWN -> "s.keeper = :me";
            case UNIT -> "(s.unit = :myUnit or s.keeper = :me)";
            case BUREAU -> "true";
        };
    }

    static Map<String, Object> params(Actor actor) {
        return Map.of(
                "bureau",
                actor.bureau().value(),
                "me",
                actor.staff().value(),
                "myUnit",
                actor.unit().value());
    }
}
