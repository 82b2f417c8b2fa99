package org.redress.desk.recovery.followup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketPanel;
import org.redress.desk.ticket.TicketState;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** What the customer said of how it was put right, in the ticket's side pane. */
@Component
class FollowUpPanel implements TicketPanel {

    private static final int ORDER = 25;

    private final FollowUps followUps;
    private final Tickets tickets;

    FollowUpPanel(FollowUps followUps, Tickets tickets) {
        this.followUps = followUps;
        this.tickets = tickets;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<View> show(Actor actor, TicketId ticket) {
        if (!actor.may(Action.READ, FollowUps.KIND)) {
            return Optional.empty();
        }
        FollowUp one = followUps.of(actor, List.of(ticket)).get(ticket);
        if (one != null) {
            Map<String, Object> shown = new HashMap<>(Map.of("one", one, "zone", actor.zone()));
            FollowUp answered = followUps.answered(actor, List.of(ticket)).get(ticket);
            if (answered != null && !answered.id().equals(one.id())) {
                shown.put("before", answered);
            }
            return Optional.of(new View("followup/panel.jte", shown));
        }
        Ticket now = tickets.get(actor, ticket);
        return now.state() == TicketState.CLOSED && now.customer() != null && actor.may(Action.WRITE, FollowUps.KIND)
                ? Optional.of(new View("followup/ask.jte", Map.of("ticket", ticket)))
                : Optional.empty();
    }
}
