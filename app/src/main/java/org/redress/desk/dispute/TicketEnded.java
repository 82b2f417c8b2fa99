package org.redress.desk.dispute;

import java.util.List;
import org.redress.desk.ticket.TicketChanged;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;

/**
 * Lets go what is still held for a ticket that was taken back or rejected. Looks at the ticket as it stands, so that a message
 * that comes twice or late does no harm.
 */
@Component
class TicketEnded implements OutboxListener {

    private final ClaimRows rows;
    private final ClaimDecisions decisions;
    private final Tickets tickets;
    private final Bureaus bureaus;

    TicketEnded(ClaimRows rows, ClaimDecisions decisions, Tickets tickets, Bureaus bureaus) {
        this.rows = rows;
        this.decisions = decisions;
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
        List<TicketId> disputed = rows.openOn(
                bureau,
                TicketChanged.read(message.payload()).tickets().stream()
                        .map(TicketChanged.Fact::id)
                        .toList());
        if (disputed.isEmpty()) {
            return;
        }
        Actor product = bureaus.command(bureaus.get(bureau));
        for (TicketId ticket : disputed) {
            if (!tickets.get(product, ticket).state().open()) {
                decisions.withdraw(product, ticket);
            }
        }
    }
}
