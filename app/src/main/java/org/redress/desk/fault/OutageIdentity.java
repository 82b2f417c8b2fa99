package org.redress.desk.fault;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
    public Optional<UUID> of(Actor actor, TicketId ticket) {
        return rows.ofTickets(actor.bureau(), List.of(ticket)).stream()
                .map(Fault::outage)
                .filter(Objects::nonNull)
                .map(OutageId::value)
                .findFirst();
    }
}
