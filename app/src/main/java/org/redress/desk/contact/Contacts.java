package org.redress.desk.contact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.ground.trail.Trail;
import org.redress.platform.jobs.Outbox;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Typed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Contacts of every channel. What a customer says or writes is always a contact, recorded in one transaction with what
 * becomes of it. Whoever takes it first answers for it: for the contact, and for the ticket that it becomes.
 */
@Component
public class Contacts {

    static final String KIND = "contact";

    private static final Duration LONGEST_RECORDING = Duration.ofHours(4);
    private static final int LONGEST_PANEL = 50;

    private final ContactRows rows;
    private final Matters matters;
    private final Tickets tickets;
    private final Customers customers;
    private final DraftRows drafts;
    private final MailFiles files;
    private final ContactNotices notices;
    private final ContactClocks clocks;
    private final Feelings feelings;
    private final Trail trail;
    private final Outbox outbox;
    private final Clock clock;

    Contacts(
            ContactRows rows,
            Matters matters,
            Tickets tickets,
            Customers customers,
            DraftRows drafts,
            MailFiles files,
            ContactNotices notices,
            ContactClocks clocks,
            Feelings feelings,
            Trail trail,
            Outbox outbox,
            Clock clock) {
        this.rows = rows;
        this.matters = matters;
        this.tickets = tickets;
        this.customers = customers;
        this.drafts = drafts;
        this.files = files;
        this.notices = notices;
        this.clocks = clocks;
        this.feelings = feelings;
        this.trail = trail;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Records a contact with what becomes of it. The same draft recorded again, from another window or browser, gives the
     * contact that it has become. A mail that waits has the id of the contact that it becomes.
     *
     * @throws Problem {@code typed.missing} or {@code typed.long} with the field, {@code contact.spoken} for a moment that
     *     cannot be
     */
    @Transactional
    public Contact record(Actor actor, NewContact taken) {
        actor.require(Action.WRITE, KIND);
        rows.hold(actor.bureau(), taken.id());
        return rows.find(actor.bureau(), taken.id()).orElseGet(() -> write(actor, taken, actor.staff(), actor.unit()));
    }

    /** Records what came in without anybody, for whoever answers for the matter that it is about. */
    @Transactional
    Contact recordFor(Actor product, NewContact taken, Ticket matter) {
        product.require(Action.WRITE, KIND);
        return write(product, taken, matter.responsible(), matter.unit());
    }

    private Contact write(Actor actor, NewContact taken, StaffId by, UnitId unit) {
        String words = Typed.required(taken.words(), "words", Spoken.LONGEST);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant spoken = Spoken.at(taken.spokenAt(), actor.zone(), now);
        String answer = taken.wish() instanceof NewContact.AnsweredAtOnce at
                ? Typed.required(at.answer(), "answer", Spoken.LONGEST)
                : null;
        CustomerId customer = customer(actor, taken.from());
        Matters.Found found = become(actor, taken, words, spoken, customer);
        Contact contact = new Contact(
                taken.id(),
                1,
                taken.channel(),
                customer,
                taken.mood(),
                words,
                by,
                unit,
                spoken,
                now,
                took(taken.openedAt(), now),
                found.outcome(),
                answer,
                found.matter(),
                null);
        rows.add(actor.bureau(), contact);
        drafts.remove(actor.bureau(), taken.id());
        files.place(actor, contact);
        if (contact.outcome() == Outcome.WAITING) {
            clocks.start(actor, contact);
        }
        notices.spoke(actor, contact);
        feelings.note(actor, contact);
        tell(actor, "contact.record", contact);
        return contact;
    }

    private @Nullable CustomerId customer(Actor actor, NewContact.From from) {
        return switch (from) {
            case NewContact.Anonymous nobody -> null;
            case NewContact.Newcomer newcomer ->
                customers.match(actor, List.of(newcomer.draft())).getFirst();
            case NewContact.Known known -> {
                if (!customers.cards(actor, List.of(known.customer())).containsKey(known.customer())) {
                    throw Problem.invalid("contact.customer.gone", "q");
                }
                yield known.customer();
            }
        };
    }

    private Matters.Found become(
            Actor actor, NewContact taken, String words, Instant spoken, @Nullable CustomerId customer) {
        return switch (taken.wish()) {
            case NewContact.AnsweredAtOnce at -> new Matters.Found(Outcome.ANSWERED, Contact.Matter.NONE);
            case NewContact.About about -> matters.speak(actor, about.ticket(), taken.channel(), words);
            case NewContact.Ticket ticket -> {
                NewTicket matter = new NewTicket(
                        ticket.kind(),
                        taken.channel(),
                        Typed.optional(ticket.subject(), "subject", Typed.LINE),
                        words,
                        null,
                        orNull(ticket.place(), "place", Typed.LINE),
                        orNull(ticket.postalCode(), "postalCode", Typed.LINE),
                        spoken);
                TicketId opened = (customer == null
                                ? tickets.open(actor, matter)
                                : tickets.openFor(actor, matter, customer))
                        .id();
                yield new Matters.Found(Outcome.TICKET, new Contact.Matter(opened, null, null));
            }
        };
    }

    private static @Nullable String orNull(@Nullable String given, String field, int longest) {
        String text = Typed.optional(given, field, longest);
        return text.isEmpty() ? null : text;
    }

    /** A form that stood open over a meal says nothing of how long recording takes. */
    private static @Nullable Duration took(@Nullable Instant opened, Instant now) {
        return opened == null || opened.isAfter(now) || opened.isBefore(now.minus(LONGEST_RECORDING))
                ? null
                : Duration.between(opened, now);
    }

    /** What came of a person's word on a contact that waited for it. */
    public sealed interface Decided {

        /** Done and recorded. */
        record Done(Contact contact) implements Decided {}

        /** Somebody else said it before; as it stands. */
        record Already(Contact contact) implements Decided {}
    }

    /**
     * A person's yes: the matter that had ended is taken up again. Needs the right to work on that ticket.
     */
    @Transactional
    public Decided takeUpAgain(Actor actor, ContactId id) {
        return decide(actor, id, Outcome.REOPENED, null);
    }

    /** A person's no, with the reason if there is one: nothing is reopened, the contact stays on file. */
    @Transactional
    public Decided keep(Actor actor, ContactId id, String why) {
        return decide(actor, id, Outcome.KEPT, orNull(why, "why", Typed.TEXT));
    }

    private Decided decide(Actor actor, ContactId id, Outcome outcome, @Nullable String why) {
        actor.require(Action.WRITE, KIND);
        rows.hold(actor.bureau(), id);
        Contact waiting = get(actor, id);
        TicketId earlier = waiting.matter().earlier();
        if (waiting.outcome() != Outcome.WAITING || earlier == null) {
            return new Decided.Already(waiting);
        }
        tickets.get(actor, earlier, Action.WRITE);
        TicketId ticket = outcome == Outcome.REOPENED ? matters.takeUp(actor, earlier, waiting) : null;
        rows.decide(actor.bureau(), id, outcome, ticket, new Contact.Decision(actor.staff(), clock.instant(), why));
        clocks.stop(actor, id);
        Contact after = get(actor, id);
        tell(actor, outcome == Outcome.KEPT ? "contact.keep" : "contact.reopen", after);
        return new Decided.Done(after);
    }

    void tell(Actor actor, String deed, Contact contact) {
        trail.record(
                actor,
                deed,
                KIND,
                contact.id().value(),
                "{\"outcome\":\"" + contact.outcome().name() + "\"}");
        outbox.add(
                actor.bureau().value(),
                ContactRecorded.TOPIC,
                ContactRecorded.of(contact).json());
    }

    /** Whether a draft has become a contact. */
    boolean recorded(Actor actor, ContactId id) {
        return rows.find(actor.bureau(), id).isPresent();
    }

    public Optional<Contact> find(Actor actor, ContactId id) {
        return rows.find(actor.bureau(), id)
                .filter(contact -> ContactReach.of(actor).covers(contact));
    }

    /** A contact that this person may read; a 404 problem else. */
    public Contact get(Actor actor, ContactId id) {
        return find(actor, id).orElseThrow(() -> Problem.absent("contact.absent"));
    }

    /** What customers said about a ticket, the latest first; for whoever may read the ticket. */
    public List<Contact> ofTicket(Actor actor, TicketId ticket) {
        tickets.get(actor, ticket);
        ContactReach reach = ContactReach.of(actor);
        return rows.ofTicket(actor.bureau(), ticket, LONGEST_PANEL).stream()
                .filter(reach::covers)
                .toList();
    }
}
