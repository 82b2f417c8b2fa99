package org.redress.desk.fault;

/** What a test of a line came to. Text by key {@code fault.finding.NAME}. */
public enum LineFinding {
    OK("done"),
    OPEN("late"),
    SHORT("late"),
    GROUND("late"),
    FOREIGN_VOLTAGE("late"),
    NOISE("due"),
    /** No result: somebody speaks on it. */
    BUSY("paused"),
    /** No result: the test head did not answer within its time. */
    NO_ANSWER("paused"),
    /** No result: it has no pair of wires. */
    NO_PAIR("ok");

    private final String look;

    LineFinding(String look) {
        this.look = look;
    }

    /** How screens mark it. */
    public String look() {
        return look;
    }

    public boolean result() {
        return this != BUSY && this != NO_ANSWER && this != NO_PAIR;
    }
}
