package org.redress.desk.recovery;

import java.util.List;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;

/**
 * A repair is promised to come first only where there is one to do: on the ticket of the fault itself, until its line is
 * restored. It is not offered elsewhere, and refused.
 */
@Component
public class PriorityNeedsRepairPolicy {

    private final List<OpenRepairs> repairs;

    PriorityNeedsRepairPolicy(List<OpenRepairs> repairs) {
        this.repairs = List.copyOf(repairs);
    }

    /** Whether something of a kind can be given on a ticket as far as its repair goes. */
    public boolean allows(Actor actor, TicketId ticket, RemedyKind kind) {
        return kind != RemedyKind.PRIORITY_REPAIR || repairs.stream().anyMatch(one -> one.waits(actor, ticket));
    }

    /**
     * That it can be given.
     *
     * @throws Problem {@code remedy.norepair} with this field where it cannot
     */
    public void check(Actor actor, TicketId ticket, RemedyKind kind, String field) {
        if (!allows(actor, ticket, kind)) {
            throw Problem.invalid("remedy.norepair", field);
        }
    }
}
