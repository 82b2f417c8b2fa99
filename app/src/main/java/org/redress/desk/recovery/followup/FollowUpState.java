package org.redress.desk.recovery.followup;

/** How a questionnaire stands. Text by key {@code followup.state.NAME}. */
public enum FollowUpState {
    /** Waits until the customer has had time to see whether it is right. */
    PLANNED("paused"),
    /** The link is out. */
    ASKED("due"),
    /** There is no way in which the customer can or wants to be written to: somebody may ask. */
    UNREACHED("due"),
    ANSWERED("done"),
    /** The link is not good any more; somebody may still ask. */
    EXPIRED("ok"),
    /** The matter was opened again, or the customer is not to be asked so often. */
    DROPPED("ok");

    private final String look;

    FollowUpState(String look) {
        this.look = look;
    }

    public String look() {
        return look;
    }

    /** Whether an answer that somebody heard can still be entered. */
    public boolean open() {
        return this != ANSWERED && this != DROPPED;
    }
}
