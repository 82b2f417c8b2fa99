package org.redress.desk.procedure;

import java.util.Set;
import org.redress.desk.recovery.TookPart;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.springframework.stereotype.Component;

/** Who took up a segment of a ticket, or handed one over. */
@Component
class HandledSegments implements TookPart {

    private final SegmentRows rows;

    HandledSegments(SegmentRows rows) {
        this.rows = rows;
    }

    @Override
    public Set<StaffId> of(Actor product, TicketId ticket) {
        return rows.people(product.bureau(), ticket);
    }
}
