package org.redress.improve.insight.effect;

/**
 * Who is looked at: customers whose failure was closed, by whether something was given for it and whether it was the first in
 * twelve months. Text by key {@code recovery.effect.side.NAME}.
 */
public enum Side {
    GIVEN(false, true),
    NOTHING(false, false),
    AGAIN_GIVEN(true, true),
    AGAIN_NOTHING(true, false);

    private final boolean again;
    private final boolean given;

    Side(boolean again, boolean given) {
        this.again = again;
        this.given = given;
    }

    public boolean again() {
        return again;
    }

    public boolean given() {
        return given;
    }
}
