package org.redress.improve.insight;

import java.util.Optional;
import org.redress.desk.ticket.ClosingCondition;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What reports a failure is not closed before its cause is named. */
@Component
class CauseBeforeClosing implements ClosingCondition {

    /** Asked for when used: the tickets themselves need this condition. */
    private final ObjectProvider<Tickets> tickets;

    private final ObjectProvider<Findings> findings;

    CauseBeforeClosing(ObjectProvider<Tickets> tickets, ObjectProvider<Findings> findings) {
        this.tickets = tickets;
        this.findings = findings;
    }

    @Override
    public Optional<String> missing(Actor actor, TicketId ticket) {
        if (!Findings.wanted(tickets.getObject().get(actor, ticket).kind())) {
            return Optional.empty();
        }
        return findings.getObject().of(actor, ticket).isEmpty() ? Optional.of("cause.missing") : Optional.empty();
    }
}
