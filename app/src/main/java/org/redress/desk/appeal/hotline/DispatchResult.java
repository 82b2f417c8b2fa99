package org.redress.desk.appeal.hotline;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.platform.text.PossibleSteps;
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

    /**
     * The step is not one from where it stands; nothing was written.
     *
     * @param legal the steps that are
     */
    record Illegal(DispatchState state, Set<DispatchStep> legal) implements DispatchResult {

        public String text(Words words) {
            return PossibleSteps.text(
                    words, words.text("dispatch.state." + state), legal.stream().map(step -> words.text(step.does())));
        }
    }

    /** Why not. Text by key {@code dispatch.refused.NAME}. */
    enum Reason {
        /** It has moved on since it was looked at. */
        MOVED,
        /** The number is on file. */
        KNOWN;

        public String text(Words words) {
            return words.text("dispatch.refused." + name());
        }
    }
}
