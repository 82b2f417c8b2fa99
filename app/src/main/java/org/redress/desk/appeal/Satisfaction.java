package org.redress.desk.appeal;

/** What somebody said who was asked afterwards. Text by key {@code appeal.satisfaction.NAME}. */
public enum Satisfaction {
    SATISFIED("done"),
    UNSATISFIED("late"),
    /** Nobody answered: counts as not asked. */
    UNREACHED("ok");

    private final String look;

    Satisfaction(String look) {
        this.look = look;
    }

    /** How screens mark it. */
    public String look() {
        return look;
    }
}
