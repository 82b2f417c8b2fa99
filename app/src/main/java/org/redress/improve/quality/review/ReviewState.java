package org.redress.improve.quality.review;

/** Where a meeting stands. Text by key {@code review.state.NAME}. */
public enum ReviewState {
    /** Its pack follows the figures as they change. */
    PREPARED("due"),
    /** Its pack is what lay on the table; decisions and minutes are written. */
    HELD("now"),
    /** Nothing of it changes any more. */
    CLOSED("done");

    private final String look;

    ReviewState(String look) {
        this.look = look;
    }

    /** How screens mark it. */
    public String look() {
        return look;
    }
}
