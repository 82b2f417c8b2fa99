package org.redress.desk.contact;

import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The mood at a contact that came by machine or through others: nobody saw it then; who reads the words says it once. */
@Component
public class Moods {

    private final ContactRows rows;
    private final Contacts contacts;
    private final Tickets tickets;
    private final Feelings feelings;

    Moods(ContactRows rows, Contacts contacts, Tickets tickets, Feelings feelings) {
        this.rows = rows;
        this.contacts = contacts;
        this.tickets = tickets;
        this.feelings = feelings;
    }

    /**
     * Writes down how the customer was. Whoever may work on the ticket that the contact is about may; a mood that somebody saw
     * stays.
     *
     * @throws Problem {@code typed.choose} where no mood is said
     */
    @Transactional
    public Contacts.Decided see(Actor actor, ContactId id, Mood mood) {
        actor.require(Action.WRITE, Contacts.KIND);
        if (mood == Mood.UNKNOWN) {
            throw Problem.invalid("typed.choose", "mood");
        }
        rows.hold(actor.bureau(), id);
        Contact unseen = contacts.get(actor, id);
        TicketId about = unseen.matter().about();
        if (about != null) {
            tickets.get(actor, about, Action.WRITE);
        }
        if (unseen.mood() != Mood.UNKNOWN) {
            return new Contacts.Decided.Already(unseen);
        }
        rows.see(actor.bureau(), id, mood);
        Contact seen = contacts.get(actor, id);
        feelings.note(actor, seen);
        contacts.tell(actor, "contact.mood", seen);
        return new Contacts.Decided.Done(seen);
    }
}
