package org.redress.desk.recovery.plan;

import java.util.List;
import org.redress.desk.recovery.PriorityNeedsRepairPolicy;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** What is offered on a ticket: what fits its situation, as far as it can be kept there. */
@Component
class PlanOffers {

    private final PriorityNeedsRepairPolicy repairs;

    PlanOffers(PriorityNeedsRepairPolicy repairs) {
        this.repairs = repairs;
    }

    List<OfferedLine> of(Actor actor, TicketId ticket, Situation situation) {
        return ComposePlanPolicy.compose(situation).stream()
                .filter(line -> repairs.allows(actor, ticket, line.kind()))
                .toList();
    }
}
