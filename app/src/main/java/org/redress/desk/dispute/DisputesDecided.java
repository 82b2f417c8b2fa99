package org.redress.desk.dispute;

import java.util.Optional;
import org.redress.desk.ticket.ClosingCondition;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** A ticket is not closed while an item is disputed on it. */
@Component
class DisputesDecided implements ClosingCondition {

    private final ClaimRows rows;

    DisputesDecided(ClaimRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<String> missing(Actor actor, TicketId ticket) {
        return rows.openOn(actor.bureau(), ticket) ? Optional.of("dispute.closing.open") : Optional.empty();
    }
}
