package org.redress.desk.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Every item answered and every item settled: a ticket is closed when its customer has had an answer to their last word and
 * something has been done about it, or when it is said why not; a complaint has a finding besides, and no other module misses anything.
 */
@Component
class ClosingRule {

    static final String LEFT_OUT = "ticket.closing.control";

    private final ObjectProvider<ClosingCondition> conditions;
    private final Leads leads;
    private final TicketRows rows;

    ClosingRule(ObjectProvider<ClosingCondition> conditions, Leads leads, TicketRows rows) {
        this.conditions = conditions;
        this.leads = leads;
        this.rows = rows;
    }

    /** One investigation, and each complainant answered: the tickets joined to it whose customers have not been. */
    List<TicketNumber> unanswered(Actor actor, Ticket ticket) {
        return rows.unanswered(actor, leads.below(actor, ticket.id())).stream()
                .map(Ticket::number)
                .toList();
    }

    /** Message keys of what must come before a ticket is called resolved. */
    List<String> unresolved(Actor actor, Ticket ticket) {
        return conditions
                .orderedStream()
                .map(condition -> condition.unresolved(actor, ticket.id()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Message keys of what must come before a ticket ends without being resolved. */
    List<String> unended(Actor actor, Ticket ticket, Step how) {
        return conditions
                .orderedStream()
                .map(condition -> condition.unended(actor, ticket.id(), how))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What closing would leave out that is not to be left out, by its names. */
    List<String> leftOut(Actor actor, Ticket ticket) {
        return conditions
                .orderedStream()
                .flatMap(condition -> condition.leftOut(actor, ticket.id()).stream())
                .toList();
    }

    /** Message keys of what is missing. */
    List<String> missing(Actor actor, Ticket ticket, Without why, boolean joinedUnanswered, boolean leavesOut) {
        List<String> missing = new ArrayList<>();
        if (ticket.reply().owed() && why.answer() == null) {
            missing.add("ticket.closing.answer");
        }
        if (ticket.outcome().settlement() == null && why.settlement() == null) {
            missing.add("ticket.closing.settlement");
        }
        if (ticket.kind() == TicketKind.COMPLAINT && ticket.outcome().finding() == null) {
            missing.add("ticket.closing.finding");
        }
        if (joinedUnanswered) {
            missing.add("ticket.closing.joined");
        }
        if (leavesOut && (why.control() == null || !actor.may(Action.ASSIGN, Reach.KIND))) {
            missing.add(LEFT_OUT);
        }
        conditions
                .orderedStream()
                .map(condition -> condition.missing(actor, ticket.id()))
                .flatMap(Optional::stream)
                .forEach(missing::add);
        return missing;
    }
}
