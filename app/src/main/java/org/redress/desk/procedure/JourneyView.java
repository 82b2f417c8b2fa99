package org.redress.desk.procedure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Ticket;

/**
 * Where a ticket stands on its way through the departments.
 *
 * @param segments in the order in which they were sent
 * @param followed the procedure in the version that the ticket follows, or null
 * @param ahead its steps that are still to come
 * @param offered the procedures with which it could begin, by area
 * @param awaiting the step of which nobody has said how it was done, or null
 * @param ruling the decision that it waits for, or null
 * @param timeline who had it when
 */
public record JourneyView(
        Ticket ticket,
        List<Segment> segments,
        @Nullable Procedure followed,
        List<Stage> ahead,
        Map<Area, Procedure> offered,
        @Nullable Segment awaiting,
        @Nullable Ruling ruling,
        Timeline timeline,
        Can can) {

    /**
     * What the reader may do.
     *
     * @param send whether the matter can be sent, and by this person
     * @param lead whether they work on the ticket
     * @param handle whether the open segment is theirs
     * @param decide whether they decide whose a matter is
     */
    public record Can(boolean send, boolean lead, boolean handle, boolean decide) {}

    public Optional<Segment> open() {
        return segments.stream().filter(one -> one.state().open()).findFirst();
    }
}
