package org.redress.desk.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.redress.desk.recovery.FailureMagnitude;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** A customer is without service from the report of the fault, or the begin of its outage, until the line works again. */
@Component
class FaultMagnitude implements FailureMagnitude {

    private final Faults faults;
    private final OutageRows outages;

    FaultMagnitude(Faults faults, OutageRows outages) {
        this.faults = faults;
        this.outages = outages;
    }

    @Override
    public Optional<Duration> withoutService(Actor product, TicketId ticket, Instant now) {
        return faults.ofTicket(product, ticket)
                .map(fault -> Duration.between(
                        outages.dead(product.bureau(), fault),
                        Objects.requireNonNullElse(fault.work().restoredAt(), now)))
                .filter(lost -> lost.isPositive());
    }
}
