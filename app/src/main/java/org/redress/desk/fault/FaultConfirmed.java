package org.redress.desk.fault;

import java.util.List;
import java.util.Optional;
import org.redress.desk.ticket.ClosingCondition;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** A fault is neither resolved nor closed before the line works and the customer has said so, or could not be asked. */
@Component
class FaultConfirmed implements ClosingCondition {

    private final FaultRows rows;

    FaultConfirmed(FaultRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<String> missing(Actor actor, TicketId ticket) {
        return rows.ofTickets(actor.bureau(), List.of(ticket)).stream()
                .map(Fault::state)
                .filter(RepairState::open)
                .map(state -> state == RepairState.RESTORED ? "fault.closing.confirm" : "fault.closing.open")
                .findFirst();
    }

    @Override
    public Optional<String> unresolved(Actor actor, TicketId ticket) {
        return missing(actor, ticket);
    }
}
