package org.redress.desk.recovery.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketPanel;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** The plan of a ticket in its side pane: what is offered and why, or what is done of what was chosen. */
@Component
class PlanPanel implements TicketPanel {

    private static final int ORDER = 18;

    private final PlanViews views;
    private final Plans plans;
    private final Tickets tickets;

    PlanPanel(PlanViews views, Plans plans, Tickets tickets) {
        this.views = views;
        this.plans = plans;
        this.tickets = tickets;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<View> show(Actor actor, TicketId id) {
        if (!actor.may(Action.READ, Plans.KIND)) {
            return Optional.empty();
        }
        Ticket ticket = tickets.get(actor, id);
        List<RecoveryPlan> all = plans.of(actor, id);
        return all.isEmpty() && !PlanDesk.offers(ticket)
                ? Optional.empty()
                : Optional.of(new View("recovery/planpanel.jte", Map.of("shown", views.shown(actor, ticket, all))));
    }
}
