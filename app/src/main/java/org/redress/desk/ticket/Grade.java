package org.redress.desk.ticket;

/** How severe the failure of a ticket is, the least first. Text by key {@code severity.grade.NAME}. */
public enum Grade {
    MINOR("ok"),
    NOTABLE("paused"),
    GRAVE("due"),
    CRITICAL("late");

    private final String look;

    Grade(String look) {
        this.look = look;
    }

    /** The colour, as in every chip. */
    public String look() {
        return look;
    }
}
