package org.redress.desk.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.ground.party.CustomerId;

/**
 * A ticket as lists show it; personal data masked.
 *
 * @param responsibleName name of {@code responsible}, or its empty text where that is no person of the bureau
 * @param type decided failure type, else null
 * @param suggestedType what the text suggests, else null
 * @param dueAt when the reply falls due, null while the clock stands still and once it has stopped
 * @param severity as it was reckoned last, null while it never was
 * @param points of severity, below 0 while it was never reckoned
 * @param lead the ticket that this one is joined to, whatever the depth
 */
public record TicketCard(
        TicketId id,
        TicketNumber number,
        int version,
        TicketKind kind,
        TicketState state,
        Instant stateSince,
        @Nullable String stateReason,
        String subject,
        @Nullable CustomerId customer,
        @Nullable String customerName,
        @Nullable String customerPhone,
        StaffId responsible,
        String responsibleName,
        UnitId unit,
        boolean taken,
        Channel channel,
        @Nullable String place,
        @Nullable String postalCode,
        String source,
        @Nullable String externalNumber,
        @Nullable String type,
        @Nullable String suggestedType,
        @Nullable Instant dueAt,
        boolean paused,
        @Nullable Grade severity,
        int points,
        Instant receivedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt,
        @Nullable TicketId lead) {

    /** Whether the reply is overdue. */
    public boolean lateAt(Instant now) {
        return dueAt != null && dueAt.isBefore(now);
    }
}
