package org.redress.improve.quality.review;

/** What came of a wish to change a meeting or one of its decisions. */
public sealed interface ReviewResult {

    /** Done and recorded. */
    record Done() implements ReviewResult {}

    /** Not as it was seen, or past: text by key {@code review.refused.NAME}. */
    record Refused(Reason reason) implements ReviewResult {}

    enum Reason {
        /** Somebody else was faster. */
        MOVED,
        /** The week is not over yet. */
        RUNNING,
        /** The meeting has not been held, or is closed. */
        NOT_HELD,
        /** The decision has ended. */
        ENDED
    }
}
