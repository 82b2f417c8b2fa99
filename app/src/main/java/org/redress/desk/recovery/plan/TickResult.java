package org.redress.desk.recovery.plan;

import org.redress.desk.recovery.RemedyId;
import org.redress.platform.text.Words;

/** What came of ticking off a line of a plan. */
public sealed interface TickResult {

    /** Given and recorded. */
    record Done(RemedyId remedy) implements TickResult {}

    /** Nothing was given. */
    record Refused(Why why) implements TickResult {}

    /** Why not. Text by key {@code plan.tick.refused.NAME}. */
    enum Why {
        /** It was given before, perhaps a moment ago by somebody else. */
        ALREADY,
        /** Its sum waits for somebody who may say yes. */
        WAITS,
        /** A later plan has taken the place of this one. */
        SUPERSEDED,
        ENDED,
        /** Somebody more senior has to give it. */
        SPEAKER,
        /** It would come first, and nothing is to be repaired. */
        NO_REPAIR;

        public String text(Words words) {
            return words.text("plan.tick.refused." + name());
        }
    }
}
