package org.redress.desk.appeal.chain;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Contacts;
import org.redress.desk.contact.Mood;
import org.redress.desk.contact.NewContact;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketNumber;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.ground.party.TelephoneNumber;
import org.redress.platform.database.Ids;
import org.springframework.stereotype.Component;

/** The ticket under which an appeal is worked on. What the appellant says to the regulator is a contact of that ticket. */
@Component
class AppealTickets {

    private static final String SOURCE = "desk";

    private final Tickets tickets;
    private final Contacts contacts;
    private final Customers customers;
    private final AppealRows rows;

    AppealTickets(Tickets tickets, Contacts contacts, Customers customers, AppealRows rows) {
        this.tickets = tickets;
        this.contacts = contacts;
        this.customers = customers;
        this.rows = rows;
    }

    sealed interface Found {}

    record Bound(TicketId ticket) implements Found {}

    /** There is none, or it is another customer's. */
    record Other() implements Found {}

    /** An appeal of it is under way. */
    record Already() implements Found {}

    /** The named one, taken up again where it had ended; a new one where none was named or that is not possible any more. */
    Found of(Actor actor, @Nullable TicketNumber named, Appeal.Grounds grounds) {
        if (named == null) {
            return new Bound(opened(actor, newcomer(actor, grounds), grounds));
        }
        Ticket ticket = tickets.find(actor, named).orElse(null);
        CustomerId customer = ticket == null ? null : ticket.customer();
        if (ticket == null
                || customer == null
                || !customers.mentioned(actor, List.of(customer), grounds.appellant() + " " + grounds.reach())) {
            return new Other();
        }
        tickets.get(actor, ticket.id(), Action.WRITE);
        if (rows.ofTicket(actor.bureau(), ticket.id()).stream()
                .anyMatch(one -> one.state().open())) {
            return new Already();
        }
        NewContact.From from = new NewContact.Known(customer);
        if (!takenUp(actor, ticket, grounds)) {
            return new Bound(opened(actor, from, grounds));
        }
        contacts.record(actor, contact(from, grounds, new NewContact.About(ticket.id())));
        return new Bound(ticket.id());
    }

    private boolean takenUp(Actor actor, Ticket ticket, Appeal.Grounds grounds) {
        return ticket.state().inHand()
                || (Step.REOPEN.from().contains(ticket.state())
                        && tickets.step(actor, ticket.id(), ticket.version(), Step.REOPEN, cut(grounds.matter()))
                                instanceof StepResult.Done);
    }

    private static String cut(String words) {
        int most = 500;
        return words.length() <= most ? words : words.substring(0, most - 1) + "…";
    }

    private TicketId opened(Actor actor, NewContact.From from, Appeal.Grounds grounds) {
        NewContact.Wish complaint = new NewContact.Ticket(TicketKind.COMPLAINT, "", null, null);
        return Objects.requireNonNull(contacts.record(actor, contact(from, grounds, complaint))
                .matter()
                .ticket());
    }

    /** What somebody writes to the regulator shows nobody here how they are. */
    private static NewContact contact(NewContact.From from, Appeal.Grounds grounds, NewContact.Wish wish) {
        String words = grounds.claim().isEmpty() ? grounds.matter() : grounds.matter() + "\n\n" + grounds.claim();
        return new NewContact(
                new ContactId(Ids.next()), Channel.REGULATOR, from, words, Mood.UNKNOWN, null, null, wish);
    }

    private static NewContact.From newcomer(Actor actor, Appeal.Grounds grounds) {
        String phone = TelephoneNumber.e164(grounds.reach(), actor.region());
        return grounds.appellant().isEmpty() && phone == null
                ? new NewContact.Anonymous()
                : new NewContact.Newcomer(new CustomerDraft(
                        SOURCE,
                        null,
                        grounds.appellant().isEmpty() ? null : grounds.appellant(),
                        phone == null ? null : grounds.reach(),
                        phone,
                        null,
                        phone != null || grounds.reach().isEmpty() ? null : grounds.reach()));
    }
}
