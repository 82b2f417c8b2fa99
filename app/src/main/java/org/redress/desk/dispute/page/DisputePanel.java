package org.redress.desk.dispute.page;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.desk.dispute.Claim;
import org.redress.desk.dispute.Disputes;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketPanel;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** The disputed items of a ticket in its side pane, with the way to mark some. */
@Component
class DisputePanel implements TicketPanel {

    private static final int ORDER = 10;

    private final Disputes disputes;
    private final Tickets tickets;
    private final ClaimTable table;
    private final Clock clock;

    DisputePanel(Disputes disputes, Tickets tickets, ClaimTable table, Clock clock) {
        this.disputes = disputes;
        this.tickets = tickets;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<View> show(Actor actor, TicketId id) {
        if (!actor.may(Action.READ, Disputes.KIND)) {
            return Optional.empty();
        }
        List<Claim> claims = disputes.of(actor, id);
        Ticket ticket = tickets.get(actor, id);
        if (claims.isEmpty() && ticket.kind() != TicketKind.BILL_DISPUTE) {
            return Optional.empty();
        }
        boolean may = actor.may(Action.WRITE, Disputes.KIND)
                && tickets.mayWrite(actor, ticket)
                && ticket.state().inHand();
        return Optional.of(new View(
                "dispute/panel.jte",
                Map.of("panel", new PanelShown(id, table.of(actor, claims), may, clock.instant(), actor.zone()))));
    }
}
