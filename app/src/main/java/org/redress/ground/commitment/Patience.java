package org.redress.ground.commitment;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.ground.commitment.Reckoning.Span;
import org.redress.ground.rulebook.Limit;

/**
 * How long an escalation waits for an answer before the next one up is told, and how long after an answer.
 *
 * @param unanswered by the rung that waits
 * @param calendar of those who are to answer: a matter may be owed round the clock, people are at work by day
 */
record Patience(Map<Rung, Limit> unanswered, Limit answered, WorkCalendar calendar) {

    /** When it is over; null while the clock stands still. */
    java.time.@Nullable Instant overAt(Climb climb, List<Span> running) {
        Limit limit = climb.answered() ? answered : unanswered.get(climb.rung());
        if (limit == null) {
            throw new IllegalArgumentException("nothing waits at " + climb.rung());
        }
        return Reckoning.due(Line.of(limit, calendar), Line.ticks(limit), running);
    }
}
