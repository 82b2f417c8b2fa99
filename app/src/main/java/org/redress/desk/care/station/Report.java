package org.redress.desk.care.station;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.party.CustomerId;

/**
 * What a member owes in a period, and what came.
 *
 * @param attempts to reach them that came to nothing
 * @param taken null while nothing has come
 * @param bad whether a mark is
 * @param settled what became of bad marks, or null
 */
public record Report(
        ReportId id,
        StationId station,
        UUID period,
        MemberId member,
        CustomerId customer,
        ReportState state,
        Instant dueAt,
        int attempts,
        @Nullable Taken taken,
        boolean bad,
        @Nullable Settled settled) {

    /**
     * What came.
     *
     * @param reportedAt when the customer reported; late where that was after it fell due
     */
    public record Taken(Channel channel, String words, boolean late, Instant reportedAt, StaffId by, Instant at) {}

    /** A ticket, or the reason why none. */
    public record Settled(
            @Nullable TicketId ticket, @Nullable String why, StaffId by, Instant at) {}

    public boolean open() {
        return bad && settled == null;
    }

    public String path() {
        return "/care/reports/" + id.value();
    }
}
