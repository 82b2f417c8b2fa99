package org.redress.improve.quality.card;

import java.util.List;
import java.util.Map;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Scope;
import org.redress.ground.identity.Superiors;
import org.redress.ground.identity.UnitId;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;

/** Who sees a card and who may do what: whom it concerns, their heads, and those who keep watch over quality. */
@Component
class CardRights {

    static final String KIND = "card";

    private final Superiors superiors;

    CardRights(Superiors superiors) {
        this.superiors = superiors;
    }

    /** The cards that somebody may see, as a condition on {@code quality.card c}. */
    record Reach(String sql, Map<String, Object> params) {}

    Reach reach(Actor actor) {
        return switch (actor.require(Action.READ, KIND)) {
            case OWN -> new Reach("c.staff = :me", Map.of("me", actor.staff().value()));
            case UNIT ->
                new Reach(
                        "(c.staff = :me or c.unit = any(:mine))",
                        Map.of(
                                "me",
                                actor.staff().value(),
                                "mine",
                                units(actor).stream().map(UnitId::value).toArray(java.util.UUID[]::new)));
            case BUREAU -> new Reach("true", Map.of());
        };
    }

    boolean maySee(Actor actor, QualityCard card) {
        Scope scope = actor.scope(Action.READ, KIND).orElse(null);
        if (scope == null) {
            return false;
        }
        boolean own = actor.staff().equals(card.staff());
        return switch (scope) {
            case OWN -> own;
            case UNIT -> own || units(actor).contains(card.unit());
            case BUREAU -> true;
        };
    }

    /** Whether this person speaks for whom the card concerns: the person, or a head of the unit. */
    boolean maySpeak(Actor actor, QualityCard card) {
        Scope scope = actor.scope(Action.WRITE, KIND).orElse(null);
        if (scope == null) {
            return false;
        }
        return card.staff() != null
                ? card.staff().equals(actor.staff())
                : scope == Scope.UNIT && units(actor).contains(card.unit());
    }

    boolean mayPropose(Actor actor) {
        return actor.may(Action.ASSIGN, KIND);
    }

    boolean mayDecide(Actor actor) {
        return actor.may(Action.MANAGE, KIND);
    }

    private List<UnitId> units(Actor actor) {
        return superiors.below(actor.bureau(), actor.unit());
    }

    static void require(boolean allowed) {
        if (!allowed) {
            throw Problem.forbidden("access.denied");
        }
    }
}
