package org.redress.ground.intake;

import java.util.List;
import org.redress.ground.identity.Actor;
import org.redress.platform.web.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What rows can become in this installation. */
@Component
class Targets {

    private final ObjectProvider<IntakeTarget> targets;

    Targets(ObjectProvider<IntakeTarget> targets) {
        this.targets = targets;
    }

    /** Those that this person may bring rows in for. */
    List<IntakeTarget> open(Actor actor) {
        return targets.orderedStream().filter(target -> target.open(actor)).toList();
    }

    /** The same target as by its name, for somebody who means to bring rows in for it; a 403 problem where they may not. */
    IntakeTarget open(Actor actor, String name) {
        IntakeTarget target = get(name);
        if (!target.open(actor)) {
            throw Problem.forbidden("access.denied");
        }
        return target;
    }

    IntakeTarget get(String name) {
        return targets.stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("intake.target.unknown", "target", name));
    }
}
