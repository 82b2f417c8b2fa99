package org.redress.desk.appeal.chain;

import org.redress.desk.appeal.AppealReach;
import org.redress.desk.appeal.Follows;
import org.redress.desk.appeal.Happened;
import org.redress.desk.ticket.Ticket;
import org.redress.ground.identity.Actor;
import org.redress.ground.trail.Trail;
import org.springframework.stereotype.Component;

/** Appeals that are under way follow their ticket. */
@Component
class AppealsHandedOn implements Follows {

    private final AppealRows rows;
    private final Trail trail;

    AppealsHandedOn(AppealRows rows, Trail trail) {
        this.rows = rows;
        this.trail = trail;
    }

    @Override
    public void follow(Actor product, Ticket ticket, Happened handedOn) {
        for (AppealId id : rows.handOn(product.bureau(), ticket)) {
            rows.add(product.bureau(), id, handedOn);
            trail.record(product, "appeal.hand_on", AppealReach.KIND, id.value(), "{}");
        }
    }
}
