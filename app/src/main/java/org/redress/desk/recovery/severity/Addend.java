package org.redress.desk.recovery.severity;

/**
 * One part of the sum.
 *
 * @param points 0 and up
 * @param fact what it was reckoned from, as it is stored: a code, a number of hours or times, a sum; empty where nothing is known
 * @param capped whether it would have been more and the rulebook sets a most
 */
public record Addend(What what, int points, String fact, boolean capped) {

    /** What it stands for, in the order in which it is shown. Text by key {@code severity.what.NAME}. */
    public enum What {
        TYPE,
        HOURS,
        MONEY,
        SEGMENT,
        VALUE,
        MOOD,
        REPEAT
    }
}
