package org.redress.desk.recovery.voice;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.redress.desk.contact.Contact;
import org.redress.desk.contact.Contacts;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.jobs.Outbox;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Typed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The customers' own voice: what would put it right, asked of them and recorded in their own words before anything is
 * offered. Whoever may work on the ticket records it; it is never changed.
 */
@Component
public class Voices {

    public static final String KIND = "plan";

    static final String WORDS = "words";
    static final int LONGEST = 1_000;
    private static final int LONGEST_LIST = 50;

    private final VoiceRows rows;
    private final Tickets tickets;
    private final Contacts contacts;
    private final Trail trail;
    private final Outbox outbox;
    private final Clock clock;

    Voices(VoiceRows rows, Tickets tickets, Contacts contacts, Trail trail, Outbox outbox, Clock clock) {
        this.rows = rows;
        this.tickets = tickets;
        this.contacts = contacts;
        this.trail = trail;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Records what the customer of a ticket answered.
     *
     * @throws Problem {@code recovery.missing}, {@code .unseen} or {@code .long} with the field {@code words}; {@code
     *     contact.absent} for a contact that is not of this ticket
     */
    @Transactional
    public VoiceResult record(Actor actor, TicketId id, NewVoice given) {
        actor.require(Action.WRITE, KIND);
        Ticket ticket = tickets.get(actor, id, Action.WRITE);
        if (!ticket.state().open()) {
            return new VoiceResult.Ended();
        }
        Voice voice = new Voice(
                new VoiceId(Ids.next()),
                id,
                given.said(),
                given.said() == Said.LEFT_TO_US ? "" : words(actor, id, given),
                given.from(),
                actor.staff(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        rows.add(actor.bureau(), voice);
        trail.record(actor, "voice.record", "ticket", id.value(), "{}");
        outbox.add(
                actor.bureau().value(),
                VoiceAsked.TOPIC,
                new VoiceAsked(voice.id().value(), id.value()).json());
        return new VoiceResult.Done(voice);
    }

    private String words(Actor actor, TicketId ticket, NewVoice given) {
        String typed = Typed.optional(given.words(), WORDS, LONGEST);
        if (given.from() == null) {
            return Typed.required(typed, WORDS, LONGEST);
        }
        Contact contact = contacts.ofTicket(actor, ticket).stream()
                .filter(one -> one.id().equals(given.from()))
                .findFirst()
                .orElseThrow(() -> Problem.absent("contact.absent"));
        return Typed.required(typed.isEmpty() ? contact.words() : typed, WORDS, LONGEST);
    }

    /** What the customer of a ticket said, the latest first. */
    public List<Voice> of(Actor actor, TicketId ticket) {
        actor.require(Action.READ, KIND);
        tickets.get(actor, ticket);
        return rows.of(actor.bureau(), ticket, LONGEST_LIST);
    }

    /** What counts: the latest; empty where nobody has asked yet. */
    public Optional<Voice> latest(Actor actor, TicketId ticket) {
        return of(actor, ticket).stream().findFirst();
    }
}
