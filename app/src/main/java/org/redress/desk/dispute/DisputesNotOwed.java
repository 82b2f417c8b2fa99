package org.redress.desk.dispute;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.redress.desk.recovery.DecidedDispute;
import org.redress.desk.recovery.DecidedDisputes;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.springframework.stereotype.Component;

/** Items that were decided for their customer, by a person or by the limit; what was taken back since is not among them. */
@Component
class DisputesNotOwed implements DecidedDisputes {

    private final ClaimRows rows;

    DisputesNotOwed(ClaimRows rows) {
        this.rows = rows;
    }

    @Override
    public List<DecidedDispute> of(Actor actor, Collection<TicketId> tickets) {
        return tickets.isEmpty() ? List.of() : rows.notOwed(actor.bureau(), tickets, actor.zone());
    }

    @Override
    public List<DecidedDispute> of(Actor actor, CustomerId customer, LocalDate since) {
        return rows.notOwed(actor.bureau(), customer, since, actor.zone());
    }
}
