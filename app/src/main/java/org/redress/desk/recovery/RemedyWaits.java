package org.redress.desk.recovery;

import java.util.List;
import java.util.Optional;
import org.redress.desk.ticket.ClosingCondition;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** A ticket is not closed while somebody still has to say yes to what its customer was offered. */
@Component
class RemedyWaits implements ClosingCondition {

    private final RemedyRows rows;

    RemedyWaits(RemedyRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<String> missing(Actor actor, TicketId ticket) {
        return rows.of(actor.bureau(), List.of(ticket)).stream().anyMatch(Remedy::waits)
                ? Optional.of("remedy.waits.close")
                : Optional.empty();
    }
}
