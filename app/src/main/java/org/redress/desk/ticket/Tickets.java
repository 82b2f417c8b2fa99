package org.redress.desk.ticket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.ground.commitment.PauseReason;
import org.redress.ground.commitment.PauseRights;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerCard;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tickets one at a time. Every change is one transaction with its history, its trail and its message; the version that
 * the person saw is compared in the statement that writes. A ticket outside the reader's scope is absent (404), one that
 * may be read and not written is forbidden (403).
 */
@Component
public class Tickets {

    /** Source of the tickets that are opened by hand. */
    static final String DESK = "desk";

    private static final Duration SKEW = Duration.ofMinutes(5);

    private final TicketRows rows;
    private final Stories stories;
    private final Changes changes;
    private final StateChanges states;
    private final Opening opening;
    private final Suggestions suggestions;
    private final Customers customers;
    private final TransferRows transfers;
    private final Chronicle chronicle;
    private final CustomerNotices notices;
    private final JoinSeeker seeker;
    private final Speaking speaking;
    private final PauseRights pauses;
    private final AppointmentSpan span;
    private final Clock clock;

    Tickets(
            TicketRows rows,
            Stories stories,
            Changes changes,
            StateChanges states,
            Opening opening,
            Suggestions suggestions,
            Customers customers,
            TransferRows transfers,
            Chronicle chronicle,
            CustomerNotices notices,
            JoinSeeker seeker,
            Speaking speaking,
            PauseRights pauses,
            AppointmentSpan span,
            Clock clock) {
        this.rows = rows;
        this.stories = stories;
        this.changes = changes;
        this.states = states;
        this.opening = opening;
        this.suggestions = suggestions;
        this.customers = customers;
        this.transfers = transfers;
        this.chronicle = chronicle;
        this.notices = notices;
        this.seeker = seeker;
        this.speaking = speaking;
        this.pauses = pauses;
        this.span = span;
        this.clock = clock;
    }

    /** Opens a ticket; whoever opens it answers for it to the end. */
    @Transactional
    public Ticket open(Actor actor, NewTicket matter) {
        actor.require(Action.WRITE, Reach.KIND);
        CustomerDraft draft = matter.customer();
        return draft == null
                ? open(actor, matter, null, null)
                : open(actor, matter, customers.match(actor, List.of(draft)).getFirst(), draft.name());
    }

    /** Opens a ticket for a customer who is known already; {@code matter} says nothing of one. */
    @Transactional
    public Ticket openFor(Actor actor, NewTicket matter, CustomerId customer) {
        actor.require(Action.WRITE, Reach.KIND);
        CustomerCard card = customers.cards(actor, List.of(customer)).get(customer);
        if (card == null) {
            throw Problem.absent("customer.absent");
        }
        return open(actor, matter, customer, card.name());
    }

    private Ticket open(Actor actor, NewTicket matter, @Nullable CustomerId customer, @Nullable String name) {
        Instant now = clock.instant();
        Instant received = matter.receivedAt() == null ? now : matter.receivedAt();
        if (received.isAfter(now.plus(SKEW))) {
            throw Problem.invalid("ticket.received.ahead", "received");
        }
        String text = Wording.within(Wording.text(matter.text()), "text", Wording.LONGEST_TEXT);
        String given = Wording.within(Wording.line(matter.subject()), "subject", Wording.LONGEST_SUBJECT);
        String subject = given.isEmpty() ? Wording.subjectFrom(text) : given;
        if (subject.isEmpty()) {
            throw Problem.invalid("ticket.text.missing", "subject");
        }
        Fresh fresh = new Fresh(
                Ids.next(),
                matter.kind(),
                TicketState.ACKNOWLEDGED,
                subject,
                text,
                customer,
                name,
                actor.staff(),
                actor.unit(),
                now,
                matter.channel(),
                received,
                Wording.lineOrNull(matter.place()),
                Wording.lineOrNull(matter.postalCode()),
                suggestions.of(actor, subject, text),
                null);
        List<TicketChanged.Fact> facts = opening.write(actor, List.of(fresh));
        chronicle.write(
                actor,
                "ticket.open",
                List.of(new Happening(fresh.id(), "open", null, fresh.state(), null, null)),
                facts);
        seeker.seek(actor, List.of(fresh.id()));
        Ticket opened = rows.getAnyhow(actor, new TicketId(fresh.id()));
        notices.received(actor, opened);
        return opened;
    }

    public Ticket get(Actor actor, TicketId id) {
        return rows.get(actor, id);
    }

    /** A ticket with which this person may do something. */
    public Ticket get(Actor actor, TicketId id, Action action) {
        return rows.get(actor, id, action);
    }

    /** Whether this person may work on a ticket. */
    public boolean mayWrite(Actor actor, Ticket ticket) {
        return actor.may(Action.WRITE, Reach.KIND)
                && Reach.of(actor, Action.WRITE).covers(actor, ticket);
    }

    public Optional<Ticket> find(Actor actor, TicketNumber number) {
        return rows.find(actor, number);
    }

    /** What happened with it, notes included: for staff only. */
    public TicketStory story(Actor actor, TicketId id) {
        rows.get(actor, id);
        return stories.of(actor, id);
    }

    /** Takes a ticket that nobody has taken, from a file or of somebody who has left; again by the same person changes nothing. */
    @Transactional
    public StepResult take(Actor actor, TicketId id) {
        return states.take(actor, id);
    }

    /**
     * A step of the state machine. {@code why} is required where the {@link Step} says so. HOLD and CLOSE have methods of
     * their own, because they must be told more.
     */
    @Transactional
    public StepResult step(Actor actor, TicketId id, int version, Step step, @Nullable String why) {
        return switch (step) {
            case HOLD -> throw Problem.invalid("ticket.hold.reason", "reason");
            case CLOSE -> close(actor, id, version, Without.NOTHING);
            case REJECT, CANCEL -> end(actor, id, version, step, why);
            default -> over(actor, states.step(actor, id, version, step, why, Held.FOR_CUSTOMER));
        };
    }

    /** No matter ends without a word to its customer. */
    private StepResult end(Actor actor, TicketId id, int version, Step step, @Nullable String why) {
        StepResult result = over(actor, states.step(actor, id, version, step, why, Held.FOR_CUSTOMER));
        if (result instanceof StepResult.Done(Ticket ended)) {
            notices.ended(actor, ended, Objects.requireNonNull(ended.stateReason()));
        }
        return result;
    }

    /** Whoever was asked to take an ended ticket over need not answer any more. */
    private StepResult over(Actor actor, StepResult result) {
        if (result instanceof StepResult.Done(Ticket ticket) && !ticket.state().open()) {
            transfers.held(actor, ticket.id()).ifPresent(offer -> {
                transfers.end(actor, offer, Transfer.Outcome.WITHDRAWN, null);
                rows.offer(actor, ticket.id(), null);
            });
        }
        return result;
    }

    /** The reasons for which this person may let it stand still. */
    public List<PauseReason> pausesOf(Actor actor, Ticket ticket) {
        return pauses.allowed(actor, ticket.responsible(), ticket.unit());
    }

    /**
     * Lets the matter and its clock stand still for one of the reasons for which a clock may, and this person may decide it.
     *
     * @param until the moment of an appointment, within {@link AppointmentSpan}, at which it goes on by itself; no other
     *     reason has one
     */
    @Transactional
    public StepResult hold(
            Actor actor, TicketId id, int version, PauseReason reason, String why, @Nullable Instant until) {
        Held held = span.held(actor, reason, until);
        return states.step(actor, id, version, held.step(), why, held);
    }

    /** Closes a resolved ticket; for whatever is missing and may be, the reason why. */
    @Transactional
    public StepResult close(Actor actor, TicketId id, int version, Without why) {
        StepResult result = over(actor, states.close(actor, id, version, why));
        if (result instanceof StepResult.Done(Ticket closed)) {
            notices.closed(actor, closed);
        }
        return result;
    }

    /** Decides the failure type alone. */
    @Transactional
    public StepResult classify(Actor actor, TicketId id, int version, String type) {
        return changes.classify(actor, id, version, type, Diagnosis.NONE);
    }

    /** Decides the failure type, what failed and whose doing it was, each with its evidence. */
    @Transactional
    public StepResult classify(Actor actor, TicketId id, int version, String type, Diagnosis diagnosis) {
        return changes.classify(actor, id, version, type, diagnosis);
    }

    /** Records what was said to the customer; stops the clock of the reply. */
    @Transactional
    public StepResult answer(Actor actor, TicketId id, int version, Channel channel, String text) {
        String words = Wording.required(text, "text", Wording.LONGEST_TEXT);
        StepResult result = changes.answer(actor, id, version, channel, words);
        if (result instanceof StepResult.Done(Ticket answered)) {
            notices.answered(actor, answered, channel, words);
        }
        return result;
    }

    /**
     * The customer spoke again, by whatever channel: what waited for them goes on, and where the last word was ours, a reply is
     * owed anew. Whoever may work on tickets may record it with any that they may read; not with what is resolved or ended.
     */
    @Transactional
    public StepResult spoke(Actor actor, TicketId id, Channel channel, String words) {
        return speaking.spoke(actor, id, channel, words);
    }

    /** Records what was done about the matter. */
    @Transactional
    public StepResult settle(Actor actor, TicketId id, int version, String text) {
        return changes.settle(actor, id, version, text);
    }

    /** Decides what the investigation of a complaint came to. */
    @Transactional
    public StepResult find(Actor actor, TicketId id, int version, Verdict verdict, String why) {
        return changes.find(actor, id, version, verdict, why);
    }

    /** Records whether the customer is content with the answer that they were given. */
    @Transactional
    public StepResult consent(Actor actor, TicketId id, int version, Consent consent) {
        return changes.consent(actor, id, version, consent);
    }

    /** Adds an internal note, which no customer ever sees. It changes nothing that somebody else may be about to change. */
    @Transactional
    public void note(Actor actor, TicketId id, String text) {
        Ticket ticket = rows.get(actor, id, Action.WRITE);
        stories.addNote(actor, id, Wording.required(text, "text", Wording.LONGEST_TEXT));
        chronicle.writeQuietly(actor, Happening.of(ticket, "note", null, null));
    }
}
