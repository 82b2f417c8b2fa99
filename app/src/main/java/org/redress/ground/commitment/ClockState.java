package org.redress.ground.commitment;

/** What a clock says at a moment. */
public enum ClockState {
    /** Runs, and falls due on a later day. */
    OK("ok"),
    /** Runs, and falls due today. */
    DUE("due"),
    /** Runs over its limit. */
    LATE("late"),
    /** Stands still; never late. */
    PAUSED("paused"),
    /** Ended within its limit. */
    DONE("done"),
    /** Ended over its limit. */
    DONE_LATE("late"),
    /** What was owed is owed no longer. */
    CANCELLED("ok");

    private final String look;

    ClockState(String look) {
        this.look = look;
    }

    /** How screens mark it, e.g. {@code late}. */
    public String look() {
        return look;
    }

    public boolean ended() {
        return this == DONE || this == DONE_LATE || this == CANCELLED;
    }
}
