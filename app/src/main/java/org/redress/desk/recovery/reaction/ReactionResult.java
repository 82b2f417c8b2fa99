package org.redress.desk.recovery.reaction;

import org.redress.platform.text.Words;

/** What came of wanting to do something about a step. */
public sealed interface ReactionResult {

    /** Done and recorded. */
    record Done() implements ReactionResult {}

    /** Nothing was changed. */
    record Refused(Why why) implements ReactionResult {}

    /** Why not. Text by key {@code reaction.refused.NAME}. */
    enum Why {
        /** The step is not owed, or not any more. */
        NOT_OPEN,
        /** An apology is owed whatever happened. */
        APOLOGY;

        public String text(Words words) {
            return words.text("reaction.refused." + name());
        }
    }
}
