package org.redress.desk.contact;

import java.time.Clock;
import java.util.Optional;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.Superiors;
import org.redress.ground.trail.Trail;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the head of a ticket's unit, or the director above, to answer an angry customer themselves. */
@Component
public class Seniors {

    private final Contacts contacts;
    private final Tickets tickets;
    private final Superiors superiors;
    private final ContactNotices notices;
    private final Trail trail;
    private final Clock clock;

    Seniors(Contacts contacts, Tickets tickets, Superiors superiors, ContactNotices notices, Trail trail, Clock clock) {
        this.contacts = contacts;
        this.tickets = tickets;
        this.superiors = superiors;
        this.notices = notices;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Puts it behind the bell of whoever leads; asked again about the same contact, nothing more happens.
     *
     * @return who was asked; empty where nobody leads that unit
     */
    @Transactional
    public Optional<StaffId> ask(Actor actor, ContactId id) {
        Contact contact = contacts.get(actor, id);
        TicketId about = contact.matter().about();
        if (about == null) {
            throw Problem.conflict("contact.senior.ticket");
        }
        Ticket ticket = tickets.get(actor, about, Action.WRITE);
        Optional<StaffId> senior = holder(actor, ticket, Posts.HEAD).or(() -> holder(actor, ticket, Posts.DIRECTOR));
        senior.ifPresent(person -> {
            notices.askSenior(actor, ticket, contact, person);
            trail.record(actor, "contact.senior", Contacts.KIND, id.value(), "{}");
        });
        return senior;
    }

    private Optional<StaffId> holder(Actor actor, Ticket ticket, String post) {
        return superiors.holder(actor.bureau(), ticket.unit(), post, clock.instant());
    }
}
