package org.redress.desk.recovery.pattern;

import org.redress.platform.text.Words;

/** What became of a review. */
public sealed interface ReviewResult {

    record Done(Pattern pattern) implements ReviewResult {}

    record Refused(Why why) implements ReviewResult {}

    /** Why it was not taken. Text by key {@code pattern.refused.NAME}. */
    enum Why {
        /** It has grown since, or somebody else has reviewed it. */
        MOVED,
        REVIEWED;

        public String text(Words words) {
            return words.text("pattern.refused." + name());
        }
    }
}
