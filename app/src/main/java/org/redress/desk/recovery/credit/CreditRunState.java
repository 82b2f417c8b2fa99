package org.redress.desk.recovery.credit;

/** How far a run has come. Text by key {@code credit.state.NAME}. */
public enum CreditRunState {
    /** The product reckons who gets what. */
    BUILDING,
    /** Can be looked at, and waits for the first of two approvals. */
    PROPOSED,
    /** One person has approved it. */
    APPROVED,
    /** Two have; the product enters, posts and writes to the customers. */
    POSTING,
    /** A budget did not reach when it was to be entered; nothing was. */
    SHORT,
    POSTED,
    /** Given up before anything was entered. */
    WITHDRAWN,
    /** Is being taken back as a whole. */
    REVERSING,
    REVERSED;

    /** Whether the product is at work on it. */
    public boolean moving() {
        return this == BUILDING || this == POSTING || this == REVERSING;
    }

    /** Whether it can still be given up. */
    public boolean waiting() {
        return this == PROPOSED || this == APPROVED || this == SHORT;
    }

    /** How it looks in a list. */
    public String look() {
        return switch (this) {
            case BUILDING, POSTING, REVERSING -> "ok";
            case PROPOSED, APPROVED -> "due";
            case SHORT -> "late";
            case POSTED -> "done";
            case WITHDRAWN, REVERSED -> "paused";
        };
    }
}
