package org.redress.desk.care.station;

/** Text by key {@code report.state.NAME}. */
public enum ReportState {
    OWED("due"),
    TAKEN("done"),
    /** The period after the next has begun. */
    MISSED("late"),
    /** The member has left. */
    EXCUSED("ok");

    private final String look;

    ReportState(String look) {
        this.look = look;
    }

    /** How screens mark it. */
    public String look() {
        return look;
    }
}
