package org.redress.desk.fault;

import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Scope;
import org.redress.ground.identity.Superiors;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;

/** Who may do what with a fault: the desk leads it, the repair post works on it, those who give out work may do both. */
@Component
class FaultRights {

    static final String KIND = "fault";

    private final Tickets tickets;
    private final Superiors superiors;

    FaultRights(Tickets tickets, Superiors superiors) {
        this.tickets = tickets;
        this.superiors = superiors;
    }

    /** Whether this person works at the repair post, or stands above it. */
    boolean mayRepair(Actor actor, Fault fault) {
        Scope scope = actor.scope(Action.WRITE, KIND).orElse(null);
        return scope != null
                && (scope == Scope.BUREAU
                        || actor.unit().equals(fault.unit())
                        || actor.may(Action.ASSIGN, KIND)
                                && superiors.below(actor.bureau(), actor.unit()).contains(fault.unit()));
    }

    /** Whether this person works on the ticket itself. */
    boolean mayLead(Actor actor, Ticket ticket) {
        return actor.may(Action.WRITE, KIND) && tickets.mayWrite(actor, ticket);
    }

    boolean may(Actor actor, Fault fault, Ticket ticket, RepairStep step) {
        return switch (step.by()) {
            case POST -> mayRepair(actor, fault);
            case DESK -> mayLead(actor, ticket);
            case EITHER -> mayRepair(actor, fault) || mayLead(actor, ticket);
            case NOBODY -> false;
        };
    }

    static void require(boolean may) {
        if (!may) {
            throw Problem.forbidden("access.denied");
        }
    }
}
