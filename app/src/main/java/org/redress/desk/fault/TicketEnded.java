package org.redress.desk.fault;

import java.util.List;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketChanged;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketState;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;

/** Withdraws the work order of a ticket that was taken back; looks at the ticket as it stands. */
@Component
class TicketEnded implements OutboxListener {

    private final FaultRows rows;
    private final Faults faults;
    private final Tickets tickets;
    private final Bureaus bureaus;

    TicketEnded(FaultRows rows, Faults faults, Tickets tickets, Bureaus bureaus) {
        this.rows = rows;
        this.faults = faults;
        this.tickets = tickets;
        this.bureaus = bureaus;
    }

    @Override
    public List<String> topics() {
        return List.of(TicketChanged.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        BureauId bureau = new BureauId(message.bureau());
        List<TicketId> ended = TicketChanged.read(message.payload()).tickets().stream()
                .filter(fact -> fact.state().equals(TicketState.CANCELLED.wire())
                        || fact.state().equals(TicketState.REJECTED.wire()))
                .map(fact -> new TicketId(fact.id()))
                .toList();
        if (ended.isEmpty()) {
            return;
        }
        Actor product = bureaus.command(bureaus.get(bureau));
        for (Fault fault : rows.ofTickets(bureau, ended)) {
            Ticket ticket = tickets.get(product, fault.ticket());
            if (!ticket.state().open()) {
                faults.withdraw(product, fault.id());
            }
        }
    }
}
