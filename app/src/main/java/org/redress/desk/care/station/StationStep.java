package org.redress.desk.care.station;

import java.time.Instant;
import org.redress.ground.identity.StaffId;

/**
 * Something that happened to a station; never changed.
 *
 * @param words its new name, the version of its questions, why it ended; empty for a member's coming and going
 */
public record StationStep(Instant at, StaffId by, What what, String words) {

    /** Text by key {@code station.step.NAME}. */
    public enum What {
        FOUNDED,
        CHANGED,
        ASKED,
        ENDED,
        JOINED,
        LEFT
    }
}
