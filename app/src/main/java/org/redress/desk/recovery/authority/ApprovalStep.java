package org.redress.desk.recovery.authority;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.ground.identity.StaffId;

/**
 * One yes that is needed or was said.
 *
 * @param step counts from 1
 * @param asked who was told first; anybody who may can decide; null where nobody was found
 * @param decision null while it waits
 */
public record ApprovalStep(
        CompensationId compensation,
        int step,
        Need need,
        StaffId giver,
        @Nullable StaffId asked,
        Instant askedAt,
        @Nullable Decision decision) {

    /** How it was decided. */
    public enum Verdict {
        YES,
        NO,
        /** Taken back by whoever proposed it. */
        WITHDRAWN
    }

    /**
     * A decision.
     *
     * @param by null where it was withdrawn
     */
    public record Decision(Verdict verdict, @Nullable StaffId by, Instant at, String why) {}

    public boolean yes() {
        return decision != null && decision.verdict() == Verdict.YES;
    }
}
