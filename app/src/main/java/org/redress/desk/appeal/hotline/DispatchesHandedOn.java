package org.redress.desk.appeal.hotline;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.redress.desk.appeal.Happened;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketHandedOn;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.trail.Trail;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;

/** Whoever answers for a ticket from now on answers for its dispatch that is under way; what has ended stays with whoever ended it. */
@Component
class DispatchesHandedOn implements OutboxListener {

    private static final String HAND_ON = "HAND_ON";

    private final DispatchRows rows;
    private final Tickets tickets;
    private final Bureaus bureaus;
    private final Trail trail;
    private final Clock clock;

    DispatchesHandedOn(DispatchRows rows, Tickets tickets, Bureaus bureaus, Trail trail, Clock clock) {
        this.rows = rows;
        this.tickets = tickets;
        this.bureaus = bureaus;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public List<String> topics() {
        return List.of(TicketHandedOn.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        BureauId bureau = new BureauId(message.bureau());
        Actor product = bureaus.command(bureaus.get(bureau));
        Ticket ticket = tickets.get(
                product, new TicketId(TicketHandedOn.read(message.payload()).ticket()));
        for (DispatchId id : rows.handOn(bureau, ticket)) {
            rows.add(
                    bureau,
                    id,
                    new Happened(HAND_ON, clock.instant().truncatedTo(ChronoUnit.MICROS), ticket.responsible(), ""));
            trail.record(product, "dispatch.hand_on", "dispatch", id.value(), "{}");
        }
    }
}
