package org.redress.ground.commitment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.ground.rulebook.Limit;
import org.redress.ground.rulebook.Rule;

/**
 * A clock to be started.
 *
 * @param name what is owed, e.g. {@code complaint.reply}; text by key {@code clock.name.NAME}
 * @param rule the version of the rule that sets the limit, or null where a person set it
 * @param calendar code of the calendar that it runs by; elapsed limits take from it only where days begin and end
 * @param startedAt when it began to run, to the second
 * @param endedAt when what is owed was done, or null while it is not; for matters that arrive finished
 * @param waitsFor why it stands still from the moment on at which it is written, or null; for matters that arrive waiting
 */
public record ClockStart(
        Subject subject,
        String name,
        Limit limit,
        @Nullable Rule rule,
        String calendar,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable PauseReason waitsFor) {

    /** A clock by a rule. */
    public static ClockStart by(Rule rule, Subject subject, String name, String calendar, Instant at) {
        return new ClockStart(subject, name, rule.limit(), rule, calendar, at, null, null);
    }

    /** A clock by a limit that somebody has set. */
    public static ClockStart within(Limit limit, Subject subject, String name, String calendar, Instant at) {
        return new ClockStart(subject, name, limit, null, calendar, at, null, null);
    }

    /** The same clock, already over. */
    public ClockStart endedAt(Instant end) {
        return new ClockStart(subject, name, limit, rule, calendar, startedAt, end, null);
    }

    /** The same clock, standing still. */
    public ClockStart waitingFor(PauseReason reason) {
        return new ClockStart(subject, name, limit, rule, calendar, startedAt, null, reason);
    }
}
