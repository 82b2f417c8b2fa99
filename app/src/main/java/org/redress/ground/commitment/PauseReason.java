package org.redress.ground.commitment;

import org.redress.platform.text.Words;

/** Why a clock may stand still; nothing else stops it. Text by key {@code clock.pause.NAME}. */
public enum PauseReason {
    WAITING_FOR_CUSTOMER,
    APPOINTMENT,
    FORCE_MAJEURE;

    public String text(Words words) {
        return words.text("clock.pause." + name());
    }
}
