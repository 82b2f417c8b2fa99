package org.redress.ground.commitment;

import org.redress.platform.text.Words;

/** What came of telling a clock to do something. */
public sealed interface ClockChange {

    /** It did; this is the clock now. */
    record Changed(Clock clock) implements ClockChange {}

    /** It could not, and nothing has changed. */
    record Refused(Reason reason) implements ClockChange {}

    /** Why not. */
    enum Reason {
        /** There is no such clock that runs or stands still. */
        ABSENT,
        /** It stands still already. */
        PAUSED,
        /** It runs already. */
        RUNNING,
        /** The moment lies before what has happened to the clock since. */
        TOO_EARLY,
        /** The moment lies ahead. */
        TOO_LATE;

        public String text(Words words) {
            return words.text("clock.refused." + name());
        }
    }
}
