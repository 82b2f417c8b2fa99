package org.redress.desk.recovery.credit;

import java.time.Instant;
import org.redress.ground.identity.StaffId;

/** Something that happened to a run; {@code words} may be empty. */
public record CreditStep(What what, StaffId by, Instant at, String words) {

    /** What it was. Text by key {@code credit.step.NAME}. */
    public enum What {
        PROPOSE,
        BUILT,
        APPROVE,
        SECOND,
        ALLOW,
        AGAIN,
        ENTERED,
        SHORT,
        POSTED,
        WITHDRAW,
        REVERSE,
        REVERSED
    }
}
