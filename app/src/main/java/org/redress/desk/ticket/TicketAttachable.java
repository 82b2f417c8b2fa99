package org.redress.desk.ticket;

import java.util.UUID;
import org.redress.ground.attachment.Attachable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** Files of tickets: whoever may see the ticket sees them, whoever may work on it adds to them. */
@Component
class TicketAttachable implements Attachable {

    private final TicketRows tickets;

    TicketAttachable(TicketRows tickets) {
        this.tickets = tickets;
    }

    @Override
    public String kind() {
        return Reach.KIND;
    }

    @Override
    public void requireRead(Actor actor, UUID subject) {
        tickets.get(actor, new TicketId(subject));
    }

    @Override
    public void requireAdd(Actor actor, UUID subject) {
        tickets.get(actor, new TicketId(subject), Action.WRITE);
    }

    @Override
    public String path(UUID subject) {
        return "/tickets/" + subject;
    }
}
