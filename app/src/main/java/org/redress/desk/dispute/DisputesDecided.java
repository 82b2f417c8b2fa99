package org.redress.desk.dispute;

import java.util.Optional;
import org.redress.desk.ticket.ClosingCondition;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** A ticket is neither closed nor rejected while an item is disputed on it; who takes it back takes that back too. */
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

    @Override
    public Optional<String> unended(Actor actor, TicketId ticket, Step how) {
        return how == Step.REJECT ? missing(actor, ticket) : Optional.empty();
    }
}
