package org.redress.ground.commitment;

import java.util.Map;
import org.redress.ground.rulebook.Limit;

/**
 * How long an escalation waits for an answer before the next one up is told, and how long after an answer.
 *
 * @param unanswered by the rung that waits
 */
record Patience(Map<Rung, Limit> unanswered, Limit answered) {

    Limit after(Climb climb) {
        Limit limit = climb.answered() ? answered : unanswered.get(climb.rung());
        if (limit == null) {
            throw new IllegalArgumentException("nothing waits at " + climb.rung());
        }
        return limit;
    }
}
