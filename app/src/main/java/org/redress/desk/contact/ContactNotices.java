package org.redress.desk.contact;

import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.Superiors;
import org.redress.ground.notification.About;
import org.redress.ground.notification.Notice;
import org.redress.ground.notification.Notices;
import org.springframework.stereotype.Component;

/**
 * Whoever answers for a matter hears behind the bell that the customer has spoken about it to somebody else; whoever leads
 * their unit does where they have left.
 */
@Component
class ContactNotices {

    private static final String SPOKE = "contact.spoke";
    private static final String SENIOR = "contact.senior";

    private final Notices notices;
    private final Tickets tickets;
    private final Bureaus bureaus;
    private final Superiors superiors;
    private final Clock clock;

    ContactNotices(Notices notices, Tickets tickets, Bureaus bureaus, Superiors superiors, Clock clock) {
        this.notices = notices;
        this.tickets = tickets;
        this.bureaus = bureaus;
        this.superiors = superiors;
        this.clock = clock;
    }

    void spoke(Actor actor, Contact contact) {
        switch (contact.outcome()) {
            case ADDED -> tell(actor, contact, contact.matter().ticket());
            case WAITING -> tell(actor, contact, contact.matter().earlier());
            case ANSWERED, TICKET, REOPENED, KEPT -> {}
        }
    }

    private void tell(Actor actor, Contact contact, @Nullable TicketId about) {
        if (about == null) {
            return;
        }
        Actor product = bureaus.command(bureaus.get(actor.bureau()));
        Ticket ticket = tickets.get(product, about);
        StaffId to = superiors.hearing(actor.bureau(), ticket.responsible(), ticket.unit(), clock.instant());
        if (to.equals(actor.staff())) {
            return;
        }
        String path = contact.outcome() == Outcome.WAITING
                ? "/contacts/" + contact.id().value()
                : "/tickets/" + ticket.id().value();
        send(product, SPOKE, ticket, contact, to, path);
    }

    /** Asks somebody who leads to answer a customer themselves; once for each contact. */
    void askSenior(Actor actor, Ticket ticket, Contact contact, StaffId senior) {
        Actor product = bureaus.command(bureaus.get(actor.bureau()));
        send(product, SENIOR, ticket, contact, senior, "/tickets/" + ticket.id().value());
    }

    private void send(Actor product, String code, Ticket ticket, Contact contact, StaffId to, String path) {
        notices.ring(
                product,
                to,
                new Notice(
                        code,
                        new About("ticket", ticket.id().value(), ticket.number().toString(), path),
                        code + "." + contact.id().value(),
                        words -> Map.of("number", ticket.number().toString(), "subject", ticket.subject())));
    }
}
