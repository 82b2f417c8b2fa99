package org.redress.desk.dispute;

import java.time.Instant;
import org.redress.ground.identity.StaffId;

/**
 * Something that happened to a disputed item.
 *
 * @param what text by key {@code dispute.event.NAME}
 * @param words what was said with it; may be empty
 */
public record ClaimEvent(ClaimId claim, What what, String words, StaffId by, Instant at) {

    /** The kinds. */
    public enum What {
        MARK,
        PROVE,
        RECAST,
        DECIDE,
        EXPIRE,
        TAKE_BACK,
        WITHDRAW
    }
}
