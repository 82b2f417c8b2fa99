package org.redress.ground.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.jobs.Outbox;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Messages out. Sending writes a row in the running transaction and nothing else: wording, quiet hours and gateways come
 * later, in a job, so no fault of theirs can undo or delay what the message tells of.
 */
@Component
public class Messages {

    /** What the rights are about. */
    public static final String KIND = "message";

    private final MessageRows rows;
    private final CoveredMessages covered;
    private final AttemptRows attempts;
    private final Outbox outbox;
    private final Trail trail;
    private final Clock clock;

    Messages(MessageRows rows, CoveredMessages covered, AttemptRows attempts, Outbox outbox, Trail trail, Clock clock) {
        this.rows = rows;
        this.covered = covered;
        this.attempts = attempts;
        this.outbox = outbox;
        this.trail = trail;
        this.clock = clock;
    }

    /** Writes a message in the running transaction; the same key again changes nothing. */
    @Transactional
    public SendResult send(Actor actor, Message message) {
        actor.require(Action.WRITE, KIND);
        MessageId id = new MessageId(Ids.next());
        boolean wanted = message.recipient().consented() || !message.channel().toCustomers();
        MessageState state = wanted ? MessageState.WAITING : MessageState.WITHHELD;
        if (!rows.add(actor, id, message, state, clock.instant())) {
            return new SendResult.AlreadyThere(rows.byKey(actor, message));
        }
        if (!wanted) {
            outbox.add(
                    actor.bureau().value(),
                    Undelivered.TOPIC,
                    Undelivered.withheld(id, message).json());
        }
        trail.record(actor, "message.send", KIND, id.value(), "{\"code\":\"" + message.code() + "\"}");
        return wanted ? new SendResult.Accepted(id) : new SendResult.Withheld(id);
    }

    /**
     * A page of the list, the newest first.
     *
     * @param state only these, or null for all
     * @param below the id that the page before ended with, or null
     */
    public List<MessageLine> list(Actor actor, @Nullable MessageState state, @Nullable UUID below, int limit) {
        actor.require(Action.READ, KIND);
        return rows.list(actor.bureau(), state, below, limit);
    }

    /** A page of the letters that are there to be printed and posted, the newest first. */
    public List<MessageLine> letters(Actor actor, @Nullable UUID below, int limit) {
        actor.require(Action.READ, KIND);
        return rows.letters(actor.bureau(), below, limit);
    }

    /** A letter as it went out, to be printed; who takes it, with whom it is about, leaves a trail. */
    @Transactional
    public Letter letter(Actor actor, MessageId id) {
        actor.require(Action.READ, KIND);
        MessageLine line = rows.find(actor.bureau(), id)
                .filter(MessageLine::printable)
                .orElseThrow(() -> Problem.absent("message.absent"));
        trail.record(actor, "message.print", KIND, id.value(), "{}");
        return new Letter(
                new Outgoing(
                        actor.bureau(),
                        id,
                        line.channel(),
                        rows.addressed(actor.bureau(), id).orElseThrow().address(),
                        Locale.forLanguageTag(line.language()),
                        line.about().mark(),
                        line.about().link(),
                        rows.wording(actor.bureau(), id).orElseThrow()),
                Objects.requireNonNull(line.sentAt()));
    }

    /** How many there are of what somebody may have to act upon; counts end at {@code most}. */
    public Map<MessageState, Integer> tallies(Actor actor, int most) {
        actor.require(Action.READ, KIND);
        return rows.tallies(actor.bureau(), most);
    }

    /** One message with its words and its tries. */
    public Optional<MessageStory> find(Actor actor, MessageId id) {
        actor.require(Action.READ, KIND);
        return rows.find(actor.bureau(), id)
                .map(line -> new MessageStory(
                        line, rows.wording(actor.bureau(), id).orElse(null), attempts.of(actor.bureau(), id)));
    }

    /** What a message was about and where it went; for the product, which knows it by the answer. */
    public Optional<Addressed> addressed(Actor actor, MessageId id) {
        actor.require(Action.READ, KIND);
        return rows.addressed(actor.bureau(), id);
    }

    /**
     * Where a message went.
     *
     * @param kind of its subject, e.g. {@code ticket}
     * @param address as it was written to, unmasked
     */
    public record Addressed(String kind, UUID subject, String address) {}

    /**
     * Forgets where messages about these subjects went and covers what must not be read any more in their words, also behind
     * the bell of staff; what was not sent yet is not sent any more. For whoever may black out customers.
     *
     * @return how many of them were covered that were not before
     */
    @Transactional
    public int redact(Actor actor, String kind, Collection<UUID> subjects, UnaryOperator<String> words, String cover) {
        actor.require(Action.REDACT, "customer");
        return covered.redact(actor.bureau(), kind, subjects, words, cover);
    }

    /**
     * Keeps what waits for a customer at an address: they have declined this way. What waits there for others who share it is
     * delivered.
     */
    @Transactional
    public void withhold(Actor actor, MessageChannel channel, String address, UUID customer) {
        actor.require(Action.WRITE, KIND);
        for (Undelivered one : rows.withhold(actor.bureau(), channel, address, customer)) {
            outbox.add(actor.bureau().value(), Undelivered.TOPIC, one.json());
            trail.record(actor, "message.withhold", KIND, one.message(), "{}");
        }
    }

    /** Gives a dead message another round of tries. One that never found its words gets those of the newest template. */
    @Transactional
    public void resend(Actor actor, MessageId id) {
        actor.require(Action.READ, KIND);
        actor.require(Action.WRITE, KIND);
        MessageLine line = rows.find(actor.bureau(), id).orElseThrow(() -> Problem.absent("message.absent"));
        Instant now = clock.instant();
        if (!rows.revive(actor.bureau(), id, now)) {
            throw Problem.conflict("message.notdead", line.about().mark());
        }
        if (line.channel().toCustomers()) {
            outbox.add(actor.bureau().value(), Resent.TOPIC, Resent.of(line).json());
        }
        trail.record(actor, "message.resend", KIND, id.value(), "{}");
    }

    /** Whether something that was written to customers about a subject has not reached them; for the product, as it stands now. */
    public boolean lost(Actor actor, String kind, UUID subject) {
        actor.require(Action.READ, KIND);
        return rows.lost(actor.bureau(), kind, subject);
    }

    /** Whether a message has not reached its customer; for the product, as it stands now. */
    public boolean lost(Actor actor, MessageId id) {
        actor.require(Action.READ, KIND);
        return rows.lost(actor.bureau(), id);
    }

    /** Whether somebody has something behind the bell, or on its way there, that they have not read yet. */
    public boolean unread(Actor actor, StaffId reader, String kind, UUID subject, String code) {
        actor.require(Action.READ, KIND);
        return rows.unread(actor.bureau(), reader, kind, subject, code);
    }
}
