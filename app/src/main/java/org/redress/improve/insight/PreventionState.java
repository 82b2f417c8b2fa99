package org.redress.improve.insight;

import java.util.Locale;

/** Where a preventive action stands. Text by key {@code prevention.state.NAME}. */
public enum PreventionState {
    PLANNED,
    RUNNING,
    /** What was to be done is done; whether it helped is another question. */
    DONE,
    STOPPED;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PreventionState ofStored(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }

    /** Whether somebody still has to do something. */
    public boolean open() {
        return this == PLANNED || this == RUNNING;
    }
}
