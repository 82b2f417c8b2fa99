package org.redress.desk.care.preference;

import java.time.Instant;
import org.redress.ground.identity.StaffId;

/**
 * Something that happened to a preference; never changed.
 *
 * @param words the reason of a withdrawal as a key of {@link WithdrawalReason}, else empty
 * @param remark what was added to the reason, else empty
 */
public record PreferenceStep(
        PreferenceId preference, What what, StaffId by, Instant at, String words, String remark, Occasion occasion) {

    /** Text by key {@code preference.step.NAME}. */
    public enum What {
        NOTED,
        CONFIRMED,
        WITHDRAWN
    }
}
