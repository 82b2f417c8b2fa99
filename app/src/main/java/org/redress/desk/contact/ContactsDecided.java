package org.redress.desk.contact;

import java.util.Optional;
import org.redress.desk.ticket.ClosingCondition;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** A ticket is not closed over what its customer said after it was resolved: first somebody says yes or no to it. */
@Component
class ContactsDecided implements ClosingCondition {

    private final ContactRows rows;

    ContactsDecided(ContactRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<String> missing(Actor actor, TicketId ticket) {
        return rows.waits(actor.bureau(), ticket) ? Optional.of("contact.closing.waiting") : Optional.empty();
    }
}
