package org.redress.desk.procedure;

import org.redress.platform.text.Words;

/** What came of a wish to move a matter on. */
public sealed interface SegmentResult {

    /** Done and recorded; the segment as it stands now. */
    record Done(Segment segment) implements SegmentResult {}

    /** Not possible as things are; nothing was written. */
    record Refused(Reason reason) implements SegmentResult {}

    /** Why not. */
    enum Reason {
        /** A department has the matter already. */
        TAKEN,
        /** The segment is no longer where the reader saw it: somebody else was faster. */
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
