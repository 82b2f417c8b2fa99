package org.redress.ground.intake;

import java.util.List;
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

    List<IntakeTarget> all() {
        return targets.orderedStream().toList();
    }

    IntakeTarget get(String name) {
        return targets.stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("intake.target.unknown", "target", name));
    }
}
