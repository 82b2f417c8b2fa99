package org.redress.desk.contact;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.StaffId;
import org.redress.ground.notification.IncomingMail;
import org.redress.ground.notification.MailFault;
import org.redress.ground.notification.MailLine;
import org.redress.ground.notification.WaitingMails;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Typed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails that wait for a person. Whoever takes one on finds it filled in where contacts are taken; a mail has the id of the
 * contact that it becomes, so that two people make one contact of it.
 */
@Component
public class MailContacts {

    private final WaitingMails mails;
    private final Contacts contacts;
    private final MailToMatter matters;
    private final MailThreads threads;
    private final DraftRows drafts;
    private final Customers customers;
    private final TicketBoard board;
    private final Bureaus bureaus;
    private final MailClocks clocks;
    private final Trail trail;
    private final java.time.Clock clock;

    MailContacts(
            WaitingMails mails,
            Contacts contacts,
            MailToMatter matters,
            MailThreads threads,
            DraftRows drafts,
            Customers customers,
            TicketBoard board,
            Bureaus bureaus,
            MailClocks clocks,
            Trail trail,
            java.time.Clock clock) {
        this.mails = mails;
        this.contacts = contacts;
        this.matters = matters;
        this.threads = threads;
        this.drafts = drafts;
        this.customers = customers;
        this.board = board;
        this.bureaus = bureaus;
        this.clocks = clocks;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A mail of the list.
     *
     * @param holder who has taken it on and is typing, or null
     * @param due by when somebody is to have seen to it; null for one that came before there were limits
     */
    public record Waiting(
            MailLine mail,
            @Nullable StaffId holder,
            @Nullable Instant due) {}

    /**
     * A mail that waits, whole.
     *
     * @param ticket that it names, else that of its thread; null where there is none that the reader may see
     * @param named whether it names it
     * @param customer known by the sender's mailbox, or null
     * @param fault why it waits
     */
    public record Opened(
            IncomingMail mail,
            @Nullable MailFault fault,
            @Nullable TicketCard ticket,
            boolean named,
            @Nullable CustomerId customer,
            @Nullable StaffId holder) {}

    /** The oldest first. */
    public List<Waiting> list(Actor actor, @Nullable UUID above, int limit) {
        List<MailLine> lines = mails.list(actor, above, limit);
        List<UUID> ids = lines.stream().map(MailLine::id).toList();
        Map<UUID, StaffId> holders = drafts.holders(actor.bureau(), ids);
        Map<UUID, Instant> due = clocks.due(actor, ids);
        return lines.stream()
                .map(line -> new Waiting(line, holders.get(line.id()), due.get(line.id())))
                .toList();
    }

    /** One of them; the look leaves a trail. */
    @Transactional
    public Opened open(Actor actor, UUID id) {
        IncomingMail mail = mails.open(actor, id);
        Optional<TicketCard> named = matters.named(bureaus.command(bureaus.get(actor.bureau())), mail)
                .flatMap(ticket -> card(actor, ticket.id()));
        return new Opened(
                mail,
                mails.of(actor, List.of(id)).stream()
                        .findFirst()
                        .map(MailLine::fault)
                        .orElse(null),
                named.or(() -> threads.ticket(actor, mail).flatMap(ticket -> card(actor, ticket)))
                        .orElse(null),
                named.isPresent(),
                customers.ofMailbox(actor, mail.from()).orElse(null),
                drafts.holders(actor.bureau(), List.of(id)).get(id));
    }

    private Optional<TicketCard> card(Actor actor, TicketId ticket) {
        return board.cards(actor, List.of(ticket)).stream().findFirst();
    }

    /** What became of taking a mail on. */
    public sealed interface TakenOn {

        /** It is a draft of this person's. */
        record Mine(ContactId draft) implements TakenOn {}

        /** Somebody else has it in hand. */
        record Held(StaffId by) implements TakenOn {}
    }

    /**
     * Fills a draft with it for whoever takes it on.
     *
     * @param over whether it is taken from a colleague who has it in hand; what they typed goes with it
     */
    @Transactional
    public TakenOn take(Actor actor, UUID id, boolean over) {
        actor.require(Action.WRITE, WaitingMails.KIND);
        actor.require(Action.WRITE, Contacts.KIND);
        IncomingMail mail = mails.open(actor, id);
        ContactId draft = new ContactId(id);
        StaffId holder = drafts.holders(actor.bureau(), List.of(id)).get(id);
        if (holder == null) {
            Draft fresh = new Draft(draft, Ids.next(), 0, clock.instant(), clock.instant(), typed(actor, mail));
            if (drafts.save(actor.bureau(), actor.staff(), Ids.next(), fresh).isEmpty()) {
                return take(actor, id, over);
            }
        } else if (!holder.equals(actor.staff())) {
            if (!over) {
                return new TakenOn.Held(holder);
            }
            drafts.handOver(actor.bureau(), draft, actor.staff(), Ids.next());
            trail.record(actor, "contact.draft.over", WaitingMails.KIND, id, "{}");
        }
        return new TakenOn.Mine(draft);
    }

    private Map<String, String> typed(Actor actor, IncomingMail mail) {
        Map<String, String> typed = new HashMap<>();
        typed.put("channel", Channel.EMAIL.name());
        typed.put("words", MailWords.cut(mail));
        typed.put("spoken", spoken(actor, mail));
        Optional<CustomerId> known = customers.ofMailbox(actor, mail.from());
        if (known.isPresent()) {
            typed.put("customer", known.get().value().toString());
        } else {
            typed.put("name", mail.name());
            typed.put("email", mail.from());
        }
        typed.values().removeIf(String::isBlank);
        return typed;
    }

    private static String spoken(Actor actor, IncomingMail mail) {
        return mail.arrivedAt()
                .atZone(actor.zone())
                .toLocalDateTime()
                .truncatedTo(java.time.temporal.ChronoUnit.MINUTES)
                .toString();
    }

    /**
     * Adds it to a ticket, as words of whoever sent it.
     *
     * @param mood as whoever read it understands them
     */
    @Transactional
    public Contact add(Actor actor, UUID id, TicketId ticket, Mood mood) {
        actor.require(Action.WRITE, WaitingMails.KIND);
        IncomingMail mail = mails.open(actor, id);
        NewContact.From from = mail.from().isEmpty()
                ? new NewContact.Anonymous()
                : new NewContact.Newcomer(new CustomerDraft(
                        "desk", null, mail.name().isBlank() ? null : mail.name(), null, null, mail.from(), null));
        return contacts.record(actor, about(mail, from, MailWords.cut(mail), mood, ticket));
    }

    static NewContact about(IncomingMail mail, NewContact.From from, String words, Mood mood, TicketId ticket) {
        return new NewContact(
                new ContactId(mail.id()),
                Channel.EMAIL,
                from,
                words,
                mood,
                mail.arrivedAt(),
                null,
                new NewContact.About(ticket));
    }

    /** Nothing becomes of it: advertising, somebody else's, sent by mistake. */
    @Transactional
    public void putAside(Actor actor, UUID id, String why) {
        mails.putAside(actor, id, Typed.required(why, "why", Typed.LINE));
        drafts.remove(actor.bureau(), new ContactId(id));
        clocks.cancel(actor, id);
    }
}
