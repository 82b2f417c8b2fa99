package org.redress.desk.ticket;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.ground.party.CustomerId;

/**
 * A ticket that is about to be written for the first time.
 *
 * @param takenAt when a person took it, or null where nobody has
 * @param customerName for the search index
 * @param arrival what another system said of it, or null where it was opened at the desk
 */
record Fresh(
        UUID id,
        TicketKind kind,
        TicketState state,
        String subject,
        String text,
        @Nullable CustomerId customer,
        @Nullable String customerName,
        StaffId responsible,
        UnitId unit,
        @Nullable Instant takenAt,
        Channel channel,
        Instant receivedAt,
        @Nullable String place,
        @Nullable String postalCode,
        @Nullable Suggestion suggestion,
        @Nullable Arrival arrival) {

    /**
     * A ticket as another system gave it.
     *
     * @param type failure type that the source's own name for it stands for
     */
    record Arrival(
            String source,
            @Nullable String number,
            @Nullable TicketState state,
            @Nullable Instant changedAt,
            @Nullable String label,
            @Nullable String type,
            @Nullable Instant resolvedAt,
            @Nullable Instant closedAt) {}

    String source() {
        return arrival == null ? Tickets.DESK : arrival.source();
    }
}
