package org.redress.improve.quality.support;

import org.redress.platform.text.Words;

/** What came of wanting to do something about a relief. */
public sealed interface ReliefResult {

    /** Done and recorded. */
    record Done(Relief relief) implements ReliefResult {}

    /** Nothing was changed. */
    record Refused(Why why) implements ReliefResult {}

    /** Why not. Text by key {@code support.refused.NAME}. */
    enum Why {
        /** Somebody was faster, or its time is over. */
        MOVED,
        /** The word was given already. */
        SAID;

        public String text(Words words) {
            return words.text("support.refused." + name());
        }
    }
}
