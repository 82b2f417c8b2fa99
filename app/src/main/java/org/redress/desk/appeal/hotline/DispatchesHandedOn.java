package org.redress.desk.appeal.hotline;

import org.redress.desk.appeal.Follows;
import org.redress.desk.appeal.Happened;
import org.redress.desk.ticket.Ticket;
import org.redress.ground.identity.Actor;
import org.redress.ground.trail.Trail;
import org.springframework.stereotype.Component;

/** Dispatches that are under way follow their ticket. */
@Component
class DispatchesHandedOn implements Follows {

    private final DispatchRows rows;
    private final Trail trail;

    DispatchesHandedOn(DispatchRows rows, Trail trail) {
        this.rows = rows;
        this.trail = trail;
    }

    @Override
    public void follow(Actor product, Ticket ticket, Happened handedOn) {
        for (DispatchId id : rows.handOn(product.bureau(), ticket)) {
            rows.add(product.bureau(), id, handedOn);
            trail.record(product, "dispatch.hand_on", "dispatch", id.value(), "{}");
        }
    }
}
