package org.redress.desk.contact;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketNumber;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.notification.IncomingMail;
import org.redress.ground.notification.MailTaker;
import org.redress.ground.notification.Messages;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.springframework.stereotype.Component;

/**
 * Makes a mail a contact by itself where it is sure whose it is and what about: it answers a message of ours, whose id only
 * its receiver knows, and comes from a mailbox of that ticket's customer. A sender's name can be forged and a number gives
 * no right, so anything else waits for a person.
 */
@Component
class MailToMatter implements MailTaker {

    private final Contacts contacts;
    private final Tickets tickets;
    private final Customers customers;
    private final Messages messages;
    private final Bureaus bureaus;
    private final MailClocks clocks;

    MailToMatter(
            Contacts contacts,
            Tickets tickets,
            Customers customers,
            Messages messages,
            Bureaus bureaus,
            MailClocks clocks) {
        this.contacts = contacts;
        this.tickets = tickets;
        this.customers = customers;
        this.messages = messages;
        this.bureaus = bureaus;
        this.clocks = clocks;
    }

    @Override
    public boolean take(BureauId bureau, IncomingMail mail) {
        Actor product = bureaus.command(bureaus.get(bureau));
        Ticket matter = answeredTicket(product, mail).orElse(null);
        CustomerId customer = matter == null ? null : sender(product, matter, mail);
        String words = MailWords.of(mail);
        if (matter == null || customer == null || words.isEmpty() || words.length() > Spoken.LONGEST) {
            return false;
        }
        contacts.recordFor(
                product,
                MailContacts.about(mail, new NewContact.Known(customer), words, Mood.UNKNOWN, matter.id()),
                matter);
        return true;
    }

    @Override
    public void waits(BureauId bureau, UUID mail, Instant arrivedAt) {
        clocks.start(bureaus.command(bureaus.get(bureau)), mail, arrivedAt);
    }

    /** The ticket that a mail is about: that of the message which it answers, else the one whose number it carries. */
    Optional<Ticket> named(Actor actor, IncomingMail mail) {
        return answeredTicket(actor, mail)
                .or(() -> Optional.ofNullable(mail.mark())
                        .flatMap(TicketNumber::parse)
                        .flatMap(number -> tickets.find(actor, number)));
    }

    private Optional<Ticket> answeredTicket(Actor actor, IncomingMail mail) {
        return answered(actor, mail)
                .filter(sent -> sent.kind().equals("ticket"))
                .map(sent -> tickets.get(actor, new TicketId(sent.subject())));
    }

    private Optional<Messages.Addressed> answered(Actor actor, IncomingMail mail) {
        return Optional.ofNullable(mail.answers()).flatMap(id -> messages.addressed(actor, id));
    }

    private @Nullable CustomerId sender(Actor product, Ticket matter, IncomingMail mail) {
        CustomerId customer = matter.customer();
        if (customer == null) {
            return null;
        }
        boolean known = customers.hasMailbox(product, customer, mail.from())
                || answered(product, mail)
                        .filter(sent -> sent.subject().equals(matter.id().value()))
                        .filter(sent -> sent.address().equalsIgnoreCase(mail.from()))
                        .isPresent();
        return known ? customer : null;
    }
}
