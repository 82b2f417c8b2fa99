package org.redress.desk.recovery.followup;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.credit.CreditRunId;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.party.CustomerId;

/**
 * A questionnaire after a recovery, with its answer and what became of that.
 *
 * @param ticket whose failure was put right, or null
 * @param run by which the customer was credited, or null; with neither, a customer without a failure was asked, to compare
 * @param round how many times the ticket had been opened again by then
 * @param closedAt when the ticket was closed, or the run posted
 * @param asked null before the link went out
 * @param handledBy who had to do with the matter
 * @param answer null while there is none
 * @param callback null where nobody has to call
 */
public record FollowUp(
        FollowUpId id,
        @Nullable TicketId ticket,
        @Nullable CreditRunId run,
        int round,
        CustomerId customer,
        FollowUpState state,
        int version,
        Instant closedAt,
        @Nullable Asked asked,
        Set<StaffId> handledBy,
        @Nullable Answer answer,
        @Nullable Callback callback) {

    public FollowUp {
        handledBy = Set.copyOf(handledBy);
    }

    /** When the link went out, until when it is good, and when the customer was reminded. */
    public record Asked(
            Instant at, Instant expiresAt, @Nullable Instant remindedAt) {}

    /**
     * What the customer said.
     *
     * @param enteredBy who heard it; null where the customer answered by themselves
     * @param way how they heard it
     * @param bad whether somebody has to call
     */
    public record Answer(
            Marks marks,
            String words,
            Instant at,
            @Nullable StaffId enteredBy,
            @Nullable Channel way,
            boolean bad) {}

    /**
     * Somebody else than whoever had it calls the customer.
     *
     * @param assigned null while nobody was there who had nothing to do with the matter
     * @param done null while it is to be done
     */
    public record Callback(
            @Nullable StaffId assigned,
            Instant openedAt,
            @Nullable Done done) {

        /** What the call came to. */
        public record Done(StaffId by, Instant at, String result) {}

        public boolean open() {
            return done == null;
        }
    }

    /** Whether something failed that was put right. */
    public boolean recovered() {
        return ticket != null || run != null;
    }

    /** Its page. */
    public String path() {
        return "/follow-ups/" + id.value();
    }

    /** Whether a person may ask, enter or call: not whoever had to do with the matter. */
    public boolean apart(StaffId person) {
        return !handledBy.contains(person);
    }
}
