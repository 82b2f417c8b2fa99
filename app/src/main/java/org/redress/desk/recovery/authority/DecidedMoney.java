package org.redress.desk.recovery.authority;

import java.util.Set;
import org.redress.desk.recovery.TookPart;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.springframework.stereotype.Component;

/** Who said yes or no to money that was to be given on a ticket. */
@Component
class DecidedMoney implements TookPart {

    private final ApprovalRows rows;

    DecidedMoney(ApprovalRows rows) {
        this.rows = rows;
    }

    @Override
    public Set<StaffId> of(Actor product, TicketId ticket) {
        return rows.decidedOn(product.bureau(), ticket);
    }
}
