package org.redress.desk.fault;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.redress.desk.recovery.FailureIdentity;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** Faults of one outage are one failure, however many tickets tell of it. */
@Component
class OutageIdentity implements FailureIdentity {

    private final FaultRows rows;

    OutageIdentity(FaultRows rows) {
        this.rows = rows;
    }

    @Override
    public Map<TicketId, UUID> of(Actor actor, Collection<TicketId> tickets) {
        Map<TicketId, UUID> known = new HashMap<>();
        for (Fault one : rows.ofTickets(actor.bureau(), tickets)) {
            if (one.outage() != null) {
                known.put(one.ticket(), one.outage().value());
            }
        }
        return known;
    }
}
