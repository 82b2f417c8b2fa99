package org.redress.ground.commitment;

import org.redress.platform.text.Words;

/** Why a clock may stand still; nothing else stops it. Text by key {@code clock.pause.NAME}. */
public enum PauseReason {
    WAITING_FOR_CUSTOMER("pause.customer"),
    APPOINTMENT("pause.appointment"),
    FORCE_MAJEURE("pause.force");

    private final String kind;

    PauseReason(String kind) {
        this.kind = kind;
    }

    /** The kind by which the right to decide it is granted. */
    public String kind() {
        return kind;
    }

    public String text(Words words) {
        return words.text("clock.pause." + name());
    }
}
