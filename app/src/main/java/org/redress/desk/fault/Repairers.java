package org.redress.desk.fault;

import java.util.Set;
import org.redress.desk.recovery.TookPart;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.springframework.stereotype.Component;

/** Who took a step of the repair for which a ticket was opened. */
@Component
class Repairers implements TookPart {

    private final StepRows rows;

    Repairers(StepRows rows) {
        this.rows = rows;
    }

    @Override
    public Set<StaffId> of(Actor product, TicketId ticket) {
        return rows.people(product.bureau(), ticket);
    }
}
