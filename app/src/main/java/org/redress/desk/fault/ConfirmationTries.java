package org.redress.desk.fault;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.redress.ground.identity.Actor;
import org.redress.ground.rulebook.Rulebook;
import org.springframework.stereotype.Component;

/** How often the customer of a restored line is asked before nobody asks any longer: rule {@code fault.confirm.tries}. */
@Component
class ConfirmationTries {

    private static final String TRIES = "fault.confirm.tries";

    private final StepRows steps;
    private final Rulebook rulebook;
    private final Clock clock;

    ConfirmationTries(StepRows steps, Rulebook rulebook, Clock clock) {
        this.steps = steps;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** Whether all tries since the line was restored last are used up. */
    boolean spent(Actor actor, FaultId fault) {
        return made(actor, fault) >= allowed(actor);
    }

    private int made(Actor actor, FaultId fault) {
        List<RepairStep> taken =
                steps.of(actor.bureau(), fault).stream().map(RepairEvent::what).toList();
        return (int) taken.subList(taken.lastIndexOf(RepairStep.RESTORE) + 1, taken.size()).stream()
                .filter(RepairStep.NOT_REACHED::equals)
                .count();
    }

    private int allowed(Actor actor) {
        return rulebook.count(actor.bureau(), TRIES, LocalDate.ofInstant(clock.instant(), actor.zone()));
    }
}
