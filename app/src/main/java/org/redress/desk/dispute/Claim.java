package org.redress.desk.dispute;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.StaffId;

/**
 * One item that a customer does not accept.
 *
 * @param words the customer's
 * @param sum held out of dunning while it is open
 * @param keptUntil last day on which records of it have to be kept
 * @param late whether the complaint came after that day: nothing follows by itself, a person decides
 * @param dueAt last moment for evidence
 * @param decision null while it is open
 */
public record Claim(
        ClaimId id,
        TicketId ticket,
        ItemId item,
        Reason reason,
        String words,
        Money sum,
        LocalDate keptUntil,
        boolean late,
        StaffId openedBy,
        Instant openedAt,
        Instant dueAt,
        ClaimState state,
        @Nullable Decision decision,
        List<Evidence> evidence,
        int version) {

    /**
     * What became of it.
     *
     * @param granted what the customer does not owe of it; null where that is nothing
     * @param why in the words of whoever decided; empty where nobody did
     * @param itself whether the limit passed without evidence
     */
    public record Decision(
            @Nullable Money granted,
            String why,
            StaffId by,
            Instant at,
            boolean itself,
            @Nullable PostingId adjustment) {}

    public Claim {
        evidence = List.copyOf(evidence);
    }

    public boolean open() {
        return state == ClaimState.OPEN;
    }

    /** Whether the operator has shown something for it. */
    public boolean proved() {
        return !evidence.isEmpty();
    }

    /** Whether the limit for evidence has passed without any, so that it is the customer's. */
    public boolean unproved(Instant now) {
        return open() && !proved() && !late && now.isAfter(dueAt);
    }

    /** Whether it can come to the operator being right, wholly or in part. */
    public boolean arguable() {
        return (proved() || late) && reason != Reason.THEFT;
    }

    /** What stands of its records on a day. */
    public Records records(LocalDate today) {
        if (late) {
            return Records.TOO_LATE;
        }
        return today.isAfter(keptUntil) ? Records.GONE : Records.KEPT;
    }

    /** Text by key {@code dispute.records.NAME}. */
    public enum Records {
        KEPT,
        /** The time for which they had to be kept is over, but the complaint came within it. */
        GONE,
        /** The complaint came after it. */
        TOO_LATE
    }
}
