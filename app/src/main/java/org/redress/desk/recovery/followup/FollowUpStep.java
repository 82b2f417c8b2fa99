package org.redress.desk.recovery.followup;

import java.time.Instant;
import org.redress.ground.identity.StaffId;

/** Something that happened with a questionnaire. */
public record FollowUpStep(Instant at, StaffId by, What what, String words) {

    /** What it was. Text by key {@code followup.step.NAME}. */
    public enum What {
        PLANNED,
        ASKED,
        UNREACHED,
        /** A link or its reminder came back, or nobody took it. */
        UNDELIVERED,
        /** A lost link went out once more. */
        SENT_AGAIN,
        REMINDED,
        EXPIRED,
        /** The matter was opened again. */
        REOPENED,
        /** The customer was asked about another matter not long ago. */
        SPARED,
        /** The customer is asked about the same failure another way. */
        SAME,
        /** What the customer was credited is taken back. */
        TAKEN_BACK,
        ANSWERED,
        /** Somebody entered what they heard. */
        ENTERED,
        CALLBACK,
        TAKEN,
        CALLED,
        FORGOTTEN
    }
}
