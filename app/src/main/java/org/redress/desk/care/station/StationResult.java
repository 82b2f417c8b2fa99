package org.redress.desk.care.station;

import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;

/** What came of a step with a station or a report. */
public sealed interface StationResult {

    /**
     * Done and recorded.
     *
     * @param ticket that was opened, or null
     */
    record Done(@Nullable TicketId ticket) implements StationResult {}

    /** Not done, and nothing has changed. */
    record Refused(Reason reason) implements StationResult {}

    /** Why not. Text by key {@code station.refused.NAME}. */
    enum Reason {
        /** Somebody has changed it meanwhile. */
        MOVED,
        ENDED,
        /** The customer reports to this station already. */
        MEMBER,
        /** The report has been taken, or is not owed any more. */
        NOT_OWED,
        /** There is no bad mark, or it has become something already. */
        SETTLED
    }

    static StationResult done() {
        return new Done(null);
    }
}
