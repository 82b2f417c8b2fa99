package org.redress.ground.rulebook;

/** What the number of a rule counts. The text of an amount is {@code unit.NAME}, with the number as its argument. */
public enum Unit {
    ELAPSED_SECONDS(true, false),
    ELAPSED_MINUTES(true, false),
    ELAPSED_HOURS(true, false),
    ELAPSED_DAYS(true, false),
    WORKING_MINUTES(true, true),
    WORKING_HOURS(true, true),
    WORKING_DAYS(true, true),
    WEEKS(false, false),
    MONTHS(false, false),
    YEARS(false, false),
    PERCENT(false, false),
    PER_MILLE(false, false),
    PER_TEN_THOUSAND(false, false),
    TIMES(false, false),
    COUNT(false, false),
    HOUR_OF_DAY(false, false),
    MEGABYTES(false, false),
    POINTS(false, false),
    KILOHMS(false, false),
    VOLTS(false, false),
    NANOFARADS(false, false),
    /** Weighted noise, in dBrnC. */
    DECIBELS(false, false),
    YUAN(false, false);

    private final boolean time;
    private final boolean working;

    Unit(boolean time, boolean working) {
        this.time = time;
        this.working = working;
    }

    /** Whether a clock can run by it. */
    public boolean isTime() {
        return time;
    }

    /** Whether there are no parts of it, as of days and of things that are counted. */
    public boolean isWhole() {
        return time
                || switch (this) {
                    case WEEKS, MONTHS, YEARS, COUNT, MEGABYTES -> true;
                    default -> false;
                };
    }

    /** Whether only the hours of a working calendar count. */
    public boolean isWorking() {
        return working;
    }
}
