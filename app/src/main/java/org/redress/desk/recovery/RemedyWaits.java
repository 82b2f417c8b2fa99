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

    private final Remedies remedies;

    RemedyWaits(Remedies remedies) {
        this.remedies = remedies;
    }

    @Override
    public Optional<String> missing(Actor actor, TicketId ticket) {
        return remedies.of(actor, List.of(ticket)).getOrDefault(ticket, List.of()).stream()
                        .anyMatch(Remedy::waits)
                ? Optional.of("remedy.waits.close")
                : Optional.empty();
    }
}
