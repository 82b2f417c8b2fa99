package org.redress.desk.fault;

import java.util.List;
import org.redress.desk.recovery.OpenRepairs;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** A line waits for its repair until the post says that it works, and again where the customer says that it does not. */
@Component
class RepairsWaiting implements OpenRepairs {

    private final FaultRows rows;

    RepairsWaiting(FaultRows rows) {
        this.rows = rows;
    }

    @Override
    public boolean waits(Actor actor, TicketId ticket) {
        return rows.ofTickets(actor.bureau(), List.of(ticket)).stream()
                .map(Fault::state)
                .anyMatch(state -> state.open() && !state.restored());
    }
}
