package org.redress.desk.dispute;

/** How far a disputed item is. Text by key {@code dispute.state.NAME}. */
public enum ClaimState {
    OPEN("now"),
    /** It is owed. */
    OPERATOR("ok"),
    /** It is not owed, or not all of it. */
    CUSTOMER("done"),
    /** The matter ended without a decision; it is owed as before. */
    WITHDRAWN("paused");

    private final String look;

    ClaimState(String look) {
        this.look = look;
    }

    public String look() {
        return look;
    }
}
