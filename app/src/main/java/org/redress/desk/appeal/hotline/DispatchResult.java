package org.redress.desk.appeal.hotline;

import org.jspecify.annotations.Nullable;
import org.redress.platform.text.Words;

/** What came of a wish to change a dispatch. */
public sealed interface DispatchResult {

    /** Done and recorded. */
    record Done(Dispatch dispatch) implements DispatchResult {}

    /**
     * Not possible as things are; nothing was written.
     *
     * @param known the dispatch that has the number already, or null
     */
    record Refused(Reason reason, @Nullable DispatchId known) implements DispatchResult {}

    /** Why not. Text by key {@code dispatch.refused.NAME}. */
    enum Reason {
        /** It has moved on since it was looked at, or the step is not one from where it stands. */
        MOVED,
        /** The number is on file. */
        KNOWN;

        public String text(Words words) {
            return words.text("dispatch.refused." + name());
        }
    }
}
