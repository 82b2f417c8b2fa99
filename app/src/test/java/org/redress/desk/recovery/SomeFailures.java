package org.redress.desk.recovery;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.Contact;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Contacts;
import org.redress.desk.contact.Mood;
import org.redress.desk.contact.NewContact;
import org.redress.desk.ticket.Attribution;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Consent;
import org.redress.desk.ticket.Diagnosis;
import org.redress.desk.ticket.FailureKind;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.desk.ticket.Verdict;
import org.redress.desk.ticket.Without;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.CustomerId;
import org.redress.platform.database.Ids;
import org.springframework.stereotype.Component;

/** Customers whom something has failed, and their tickets, brought as far as a test wants. */
@Component
public class SomeFailures {

    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    private final Contacts contacts;
    private final Tickets tickets;

    SomeFailures(Contacts contacts, Tickets tickets) {
        this.contacts = contacts;
        this.tickets = tickets;
    }

    /** Somebody new speaks. */
    public static NewContact.Newcomer newcomer(String name) {
        String phone = "139%08d".formatted(NUMBERS.incrementAndGet());
        return new NewContact.Newcomer(new CustomerDraft("desk", null, name, phone, "+86" + phone, null, null));
    }

    /** A contact of a new customer that becomes a ticket. */
    public Contact contact(Actor agent, TicketKind kind, Mood mood, String words) {
        return contact(agent, newcomer("周慧芳"), kind, mood, words);
    }

    public Contact contact(Actor agent, NewContact.From from, TicketKind kind, Mood mood, String words) {
        return contacts.record(
                agent,
                new NewContact(
                        new ContactId(Ids.next()),
                        Channel.HOT_LINE,
                        from,
                        words,
                        mood,
                        null,
                        null,
                        new NewContact.Ticket(kind, "", null, null)));
    }

    /** A customer speaks again about a ticket. */
    public Contact again(Actor agent, Ticket ticket, Mood mood, String words) {
        return contacts.record(
                agent,
                new NewContact(
                        new ContactId(Ids.next()),
                        Channel.HOT_LINE,
                        new NewContact.Known(customer(ticket)),
                        words,
                        mood,
                        null,
                        null,
                        new NewContact.About(ticket.id())));
    }

    /** A complaint of a new customer. */
    public Ticket complaint(Actor agent, Mood mood) {
        return tickets.get(agent, about(contact(agent, TicketKind.COMPLAINT, mood, "宽带又断了，没人管。")));
    }

    /** A complaint that is being worked on and of which it is known what failed. */
    public Ticket classified(
            Actor agent, Mood mood, String type, @Nullable FailureKind kind, @Nullable Attribution attribution) {
        Ticket opened = complaint(agent, mood);
        Ticket begun = done(tickets.step(agent, opened.id(), opened.version(), Step.START, null));
        return done(tickets.classify(
                agent, begun.id(), begun.version(), type, new Diagnosis(kind, "录音", attribution, "测试结果")));
    }

    /** Answers, asks whether the customer is content, and resolves. */
    public Ticket resolve(Actor agent, TicketId id, @Nullable Consent consent) {
        Ticket now = tickets.get(agent, id);
        now = done(tickets.answer(agent, id, now.version(), Channel.HOT_LINE, "已处理。"));
        if (consent != null) {
            now = done(tickets.consent(agent, id, now.version(), consent));
        }
        return done(tickets.step(agent, id, now.version(), Step.RESOLVE, null));
    }

    public Ticket close(Actor agent, TicketId id) {
        Ticket now = tickets.get(agent, id);
        if (now.kind() == TicketKind.COMPLAINT && now.outcome().finding() == null) {
            now = done(tickets.find(agent, id, now.version(), Verdict.UPHELD, "属实"));
        }
        return done(tickets.close(agent, id, now.version(), new Without("不需要", "不需要", null)));
    }

    public static TicketId about(Contact contact) {
        return Objects.requireNonNull(contact.matter().ticket());
    }

    public static CustomerId customer(Ticket ticket) {
        return Objects.requireNonNull(ticket.customer());
    }

    public static Ticket done(StepResult result) {
        if (result instanceof StepResult.Done(Ticket ticket)) {
            return ticket;
        }
        throw new IllegalStateException(result.toString());
    }
}
