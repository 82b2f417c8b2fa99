package org.redress.desk.appeal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketHandedOn;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;

/** Whoever answers for a ticket from now on answers for what is under way below it. */
@Component
class TicketsFollowed implements OutboxListener {

    private static final String HAND_ON = "HAND_ON";

    private final List<Follows> followers;
    private final Tickets tickets;
    private final Bureaus bureaus;
    private final Clock clock;

    TicketsFollowed(List<Follows> followers, Tickets tickets, Bureaus bureaus, Clock clock) {
        this.followers = List.copyOf(followers);
        this.tickets = tickets;
        this.bureaus = bureaus;
        this.clock = clock;
    }

    @Override
    public List<String> topics() {
        return List.of(TicketHandedOn.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        Actor product = bureaus.command(bureaus.get(new BureauId(message.bureau())));
        Ticket ticket = tickets.get(
                product, new TicketId(TicketHandedOn.read(message.payload()).ticket()));
        Happened handedOn =
                new Happened(HAND_ON, clock.instant().truncatedTo(ChronoUnit.MICROS), ticket.responsible(), "");
        followers.forEach(one -> one.follow(product, ticket, handedOn));
    }
}
