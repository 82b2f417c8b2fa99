package org.redress.desk.appeal.hotline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.redress.desk.appeal.AppealReach;
import org.redress.desk.appeal.Happened;
import org.redress.desk.appeal.Satisfaction;
import org.redress.desk.appeal.hotline.DispatchResult.Done;
import org.redress.desk.appeal.hotline.DispatchResult.Illegal;
import org.redress.desk.appeal.hotline.DispatchResult.Reason;
import org.redress.desk.appeal.hotline.DispatchResult.Refused;
import org.redress.desk.contact.Contact;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Contacts;
import org.redress.desk.contact.Mood;
import org.redress.desk.contact.NewContact;
import org.redress.desk.ticket.Channel;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.party.CustomerId;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Typed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Dispatches of the city's hot line. Each is a contact that becomes a ticket; it is signed for, answered back, and the city
 * asks the customer. Who is not satisfied gets it done again, once. One outside the reader's scope is absent (404).
 */
@Component
public class Dispatches {

    static final String RECEIVE = "RECEIVE";

    private static final Duration LONGEST_AGO = Duration.ofDays(366);

    private final DispatchRows rows;
    private final DispatchBoard board;
    private final DispatchClock clocks;
    private final Contacts contacts;
    private final Bureaus bureaus;
    private final Trail trail;
    private final Clock clock;

    Dispatches(
            DispatchRows rows,
            DispatchBoard board,
            DispatchClock clocks,
            Contacts contacts,
            Bureaus bureaus,
            Trail trail,
            Clock clock) {
        this.rows = rows;
        this.board = board;
        this.clocks = clocks;
        this.contacts = contacts;
        this.bureaus = bureaus;
        this.trail = trail;
        this.clock = clock;
    }

    /** Records a dispatch with its contact and ticket; a number that is on file is refused, with the one that has it. */
    @Transactional
    public DispatchResult receive(Actor actor, NewDispatch wish) {
        AppealReach.of(actor, Action.WRITE);
        String number = Typed.required(wish.number(), "number", Typed.LINE);
        String words = Typed.required(wish.words(), "words", Happened.LONGEST);
        Instant now = now();
        Instant received = wish.receivedAt() == null ? now : wish.receivedAt();
        if (received.isAfter(now) || received.isBefore(now.minus(LONGEST_AGO))) {
            throw Problem.invalid("dispatch.received", "received");
        }
        Optional<Dispatch> known = rows.known(actor.bureau(), number);
        if (known.isPresent()) {
            return new Refused(Reason.KNOWN, known.get().id());
        }
        Contact contact = contacts.record(
                actor,
                new NewContact(
                        new ContactId(Ids.next()),
                        Channel.OTHER,
                        wish.from(),
                        words,
                        wish.mood(),
                        received,
                        null,
                        new NewContact.Ticket(wish.kind(), "", null, null)));
        DispatchId id = new DispatchId(Ids.next());
        Dispatch dispatch = new Dispatch(
                id,
                number,
                wish.urgency(),
                Objects.requireNonNull(contact.matter().ticket()),
                contact.id(),
                DispatchState.DISPATCHED,
                words,
                actor.staff(),
                actor.unit(),
                received,
                new Dispatch.Signing(clocks.start(product(actor), id, wish.urgency(), received), null, null),
                null,
                false,
                null,
                null,
                1);
        rows.insert(actor.bureau(), dispatch);
        happened(actor, dispatch, RECEIVE, "");
        return new Done(dispatch);
    }

    /** Signs for it; the clock keeps whether that was in time. */
    @Transactional
    public DispatchResult sign(Actor actor, DispatchId id, int version) {
        return write(actor, id, version, DispatchStep.SIGN, "");
    }

    /** Answers back to the city. */
    @Transactional
    public DispatchResult answer(Actor actor, DispatchId id, int version, String words) {
        return write(actor, id, version, DispatchStep.ANSWER, Typed.required(words, "words", Happened.LONGEST));
    }

    /** What the city heard on its return visit. Not satisfied for the first time, it comes back to be done again. */
    @Transactional
    public DispatchResult visit(Actor actor, DispatchId id, int version, Satisfaction heard, String words) {
        boolean again = board.get(actor, id, Action.WRITE).sentBack();
        return switch (heard) {
            case SATISFIED ->
                write(actor, id, version, DispatchStep.CONTENT, Typed.optional(words, "words", Happened.LONGEST));
            case UNREACHED ->
                write(actor, id, version, DispatchStep.UNREACHED, Typed.optional(words, "words", Happened.LONGEST));
            case UNSATISFIED ->
                write(
                        actor,
                        id,
                        version,
                        again ? DispatchStep.GIVE_UP : DispatchStep.SEND_BACK,
                        Typed.required(words, "words", Happened.LONGEST));
        };
    }

    private DispatchResult write(Actor actor, DispatchId id, int version, DispatchStep step, String words) {
        rows.hold(actor.bureau(), id);
        Dispatch dispatch = board.get(actor, id, Action.WRITE);
        if (dispatch.version() != version) {
            return new Refused(Reason.MOVED, null);
        }
        if (!step.from().contains(dispatch.state())) {
            return new Illegal(dispatch.state(), dispatch.state().legalSteps());
        }
        Instant now = now();
        Dispatch.Signing signing = step == DispatchStep.SIGN
                ? new Dispatch.Signing(dispatch.signing().dueAt(), now, clocks.signed(product(actor), id, now))
                : dispatch.signing();
        Dispatch after = dispatch.after(step, signing, now);
        if (!rows.update(actor.bureau(), after)) {
            throw new IllegalStateException("dispatch " + after.number() + " changed while it was held");
        }
        owed(actor, after, step, words, now);
        happened(actor, after, step.name(), words);
        return new Done(rows.find(actor.bureau(), id).orElseThrow());
    }

    /** What a step makes the house owe: an answer to the city, and to the customer who is not satisfied. */
    private void owed(Actor actor, Dispatch after, DispatchStep step, String words, Instant now) {
        switch (step) {
            case SIGN -> clocks.answerOwed(product(actor), after.id(), false, now);
            case ANSWER -> clocks.answered(product(actor), after.id(), now);
            case SEND_BACK -> {
                clocks.answerOwed(product(actor), after.id(), true, now);
                contacts.record(actor, dissatisfied(actor, after, words, now));
            }
            case CONTENT, UNREACHED, GIVE_UP -> {}
        }
    }

    /** What the city heard is the customer speaking: a matter in hand owes a reply, one that has ended waits for a yes. */
    private NewContact dissatisfied(Actor actor, Dispatch dispatch, String words, Instant now) {
        CustomerId customer = contacts.get(product(actor), dispatch.contact()).customer();
        return new NewContact(
                new ContactId(Ids.next()),
                Channel.OTHER,
                customer == null ? new NewContact.Anonymous() : new NewContact.Known(customer),
                words,
                Mood.UNKNOWN,
                now,
                null,
                new NewContact.About(dispatch.ticket()));
    }

    private void happened(Actor actor, Dispatch dispatch, String what, String words) {
        rows.add(actor.bureau(), dispatch.id(), new Happened(what, now(), actor.staff(), words));
        trail.record(
                actor,
                "dispatch." + what.toLowerCase(Locale.ROOT),
                "dispatch",
                dispatch.id().value(),
                "{\"state\":\"" + dispatch.state() + "\"}");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Actor product(Actor actor) {
        return bureaus.command(bureaus.get(actor.bureau()));
    }
}
