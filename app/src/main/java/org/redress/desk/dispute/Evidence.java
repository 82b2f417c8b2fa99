package org.redress.desk.dispute;

import java.time.Instant;
import org.redress.ground.identity.StaffId;

/**
 * What the operator brings forward for an item.
 *
 * @param words what it shows
 * @param reference where it is kept
 */
public record Evidence(Kind kind, String words, String reference, StaffId by, Instant at) {

    /** Text by key {@code dispute.evidence.NAME}. */
    public enum Kind {
        CALL_RECORD,
        SWITCH_LOG,
        CONTRACT,
        RECORDING,
        OTHER
    }
}
