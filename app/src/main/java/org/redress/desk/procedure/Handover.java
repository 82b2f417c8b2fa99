package org.redress.desk.procedure;

import java.time.Instant;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;

/**
 * That a matter changed hands.
 *
 * @param seq later ones are higher
 * @param why in the words of whoever handed it over; may be empty
 */
public record Handover(
        long seq,
        TicketId ticket,
        SegmentId segment,
        What what,
        UnitId from,
        UnitId to,
        String why,
        StaffId by,
        Instant at) {

    /** How it changed hands. Text by key {@code segment.handover.NAME}. */
    public enum What {
        SEND(true, false),
        FINISH(false, false),
        RETURN(false, true),
        /** What was done is not taken; it goes back to whoever did it. */
        REFUSE(true, true),
        CANCEL(false, false),
        DECIDE(true, false);

        private final boolean toDepartment;
        private final boolean thrown;

        What(boolean toDepartment, boolean thrown) {
            this.toDepartment = toDepartment;
            this.thrown = thrown;
        }

        /** Whether a department has the matter from then on; else it is with whoever answers for the ticket. */
        boolean toDepartment() {
            return toDepartment;
        }

        /** Whether it counts as thrown back. */
        boolean thrown() {
            return thrown;
        }
    }
}
