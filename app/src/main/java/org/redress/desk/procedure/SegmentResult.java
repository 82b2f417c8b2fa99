package org.redress.desk.procedure;

import java.util.Set;
import org.redress.platform.text.PossibleSteps;
import org.redress.platform.text.Words;

/** What came of a wish to move a matter on. */
public sealed interface SegmentResult {

    /** Done and recorded; the segment as it stands now. */
    record Done(Segment segment) implements SegmentResult {}

    /** Not possible as things are; nothing was written. */
    record Refused(Reason reason) implements SegmentResult {}

    /**
     * The step is not one from where it stands; nothing was written.
     *
     * @param legal the steps that are
     */
    record Illegal(SegmentState state, Set<SegmentStep> legal) implements SegmentResult {

        public String text(Words words) {
            return PossibleSteps.text(
                    words,
                    words.text("segment.state." + state),
                    legal.stream().map(step -> words.text("segment.step." + step)));
        }
    }

    /** Why not. */
    enum Reason {
        /** A department has the matter already. */
        TAKEN,
        /** The ticket follows a procedure already: somebody else was faster. */
        MOVED,
        /** The matter stands before a decider. */
        STOPPED,
        /** It does not wait for a decision. */
        NOT_STOPPED,
        /** A decider named this department. */
        DECIDED,
        /** It must first be said how the step before was done. */
        ASSESS,
        /** The ticket is not being worked on. */
        ENDED,
        /** A control point would be skipped. */
        CONTROL,
        /** There is no such step, or no procedure. */
        NO_STAGE;

        public String text(Words words) {
            return words.text("segment.refused." + name());
        }
    }
}
