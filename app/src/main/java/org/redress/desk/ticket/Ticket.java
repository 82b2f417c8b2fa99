package org.redress.desk.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.ground.party.CustomerId;

/**
 * A ticket as it stands. Whoever changes it names the {@code version} that was seen.
 *
 * @param responsible who took it first and answers for it to the end
 * @param taken false where it came from a file and nobody has taken it yet; {@code responsible} then sees to that
 * @param stateReason why it is in its state, where somebody said so
 * @param heldUntil the moment of the appointment for which it is held, at which it goes on by itself; null else
 * @param suggestion failure type read from the text, with its reason
 * @param classified failure type that a person decided
 */
public record Ticket(
        TicketId id,
        TicketNumber number,
        int version,
        TicketKind kind,
        TicketState state,
        Instant stateSince,
        @Nullable String stateReason,
        @Nullable Instant heldUntil,
        String subject,
        String text,
        @Nullable CustomerId customer,
        StaffId responsible,
        UnitId unit,
        boolean taken,
        Origin origin,
        @Nullable Suggestion suggestion,
        @Nullable Classified classified,
        Reply reply,
        Outcome outcome) {

    /**
     * Where the matter came from.
     *
     * @param source {@code desk}, or the name of the system that the file was from
     * @param externalNumber its number in that system
     */
    public record Origin(
            Channel channel,
            Instant receivedAt,
            Instant createdAt,
            @Nullable String place,
            @Nullable String postalCode,
            String source,
            @Nullable String externalNumber) {}

    /**
     * The failure type and what a person decided with it.
     *
     * @param kindEvidence what shows what failed; null in what was decided before evidence was asked for
     * @param attributionEvidence what shows whose doing it was; null likewise
     */
    public record Classified(
            String type,
            @Nullable FailureKind kind,
            @Nullable String kindEvidence,
            @Nullable Attribution attribution,
            @Nullable String attributionEvidence,
            StaffId by,
            Instant at) {}

    /**
     * The clock of the reply to the customer.
     *
     * @param dueAt when it falls due; null while it stands still and once it has stopped
     * @param paused whether it stands still
     * @param answeredAt when the customer was first answered
     * @param inTime once stopped: whether it was in time; null before, and for what arrived closed
     */
    public record Reply(
            @Nullable Instant dueAt,
            boolean paused,
            @Nullable Instant answeredAt,
            @Nullable Boolean inTime) {

        /** Whether its clock has not stopped: the last word is the customer's. */
        public boolean awaited() {
            return dueAt != null || paused;
        }

        /** Whether the customer waits for words of ours: they were never answered, or have spoken since. */
        public boolean owed() {
            return answeredAt == null || awaited();
        }
    }

    /**
     * What became of it.
     *
     * @param settlement what was done about the matter
     * @param withoutAnswer why it was closed though the customer was not answered
     * @param withoutSettlement why it was closed though nothing was done
     * @param withoutControl why it was closed though a control point was left out
     * @param finding what the investigation came to; complaints have one before they are closed
     * @param consent whether the customer is content with the answer, where somebody has asked
     * @param reopened how many times it was opened again after it had been resolved or closed
     */
    public record Outcome(
            @Nullable String settlement,
            @Nullable String withoutAnswer,
            @Nullable String withoutSettlement,
            @Nullable String withoutControl,
            @Nullable Instant resolvedAt,
            @Nullable Instant closedAt,
            @Nullable Finding finding,
            @Nullable Consent consent,
            int reopened) {}

    /** The verdict on a complaint, with its reasons. */
    public record Finding(Verdict verdict, String reason) {}

    /** Whether the reply is overdue. */
    public boolean lateAt(Instant now) {
        return reply.dueAt() != null && reply.dueAt().isBefore(now);
    }
}
