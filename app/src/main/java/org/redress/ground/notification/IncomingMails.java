package org.redress.ground.notification;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.notification.MailRows.Entry;
import org.redress.ground.notification.MailRows.Kept;
import org.redress.ground.notification.MailRows.Standing;
import org.redress.ground.notification.MailRows.Waiting;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails that come in: each is written down once and handed on, or kept whole until a person has seen to it. */
@Component
public class IncomingMails {

    private static final Logger log = LoggerFactory.getLogger(IncomingMails.class);
    private static final Duration WINDOW = Duration.ofHours(1);

    private final MailRows rows;
    private final DueRows sent;
    private final ObjectProvider<MailTaker> takers;
    private final MailLimits limits;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    IncomingMails(
            MailRows rows,
            DueRows sent,
            ObjectProvider<MailTaker> takers,
            MailLimits limits,
            Trail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.sent = sent;
        this.takers = takers;
        this.limits = limits;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Writes a mail down and hands it on. Whatever is wrong with it stays with it: the next one is not kept waiting. */
    public void receive(BureauId bureau, byte[] raw) {
        Instant now = clock.instant();
        UUID id = Ids.next();
        long limit = limits.attachment(bureau, now);
        IncomingMail mail;
        try {
            mail = MailReader.read(raw, id, now, limit);
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            log.warn("mail {} of bureau {} cannot be read", id, bureau.value(), unreadable);
            dead(bureau, unread(id, raw, now), MailFault.UNREADABLE, unreadable, raw);
            return;
        }
        try {
            transaction.executeWithoutResult(status -> file(bureau, mail, raw, now));
        } catch (RuntimeException notTaken) {
            log.warn("mail {} of bureau {} was not taken", id, bureau.value(), notTaken);
            keep(bureau, mail, raw, notTaken, now);
        }
    }

    /** Keeps a mail that nobody took; where even what it says of itself cannot be written, its bytes alone. */
    private void keep(BureauId bureau, IncomingMail mail, byte[] raw, RuntimeException why, Instant now) {
        try {
            dead(bureau, entry(mail), MailFault.NOT_TAKEN, why, raw);
        } catch (RuntimeException unwritable) {
            log.warn("mail {} of bureau {} cannot be listed as it is", mail.id(), bureau.value(), unwritable);
            dead(bureau, unread(mail.id(), raw, now), MailFault.NOT_TAKEN, why, raw);
        }
    }

    /** A mail that is too large to be fetched is written down by what its headers say. */
    void refuse(BureauId bureau, String messageId, String from, String subject, long size) {
        Entry entry = new Entry(Ids.next(), messageId, from, subject, clock.instant(), MailNature.PERSON);
        dead(bureau, entry, new Standing(MailState.DEAD, MailFault.TOO_LARGE, Long.toString(size), null));
    }

    private void file(BureauId bureau, IncomingMail mail, byte[] raw, Instant now) {
        Standing standing = standing(bureau, mail, raw, now);
        if (!rows.add(bureau, entry(mail), standing)) {
            return;
        }
        if (mail.nature() == MailNature.BOUNCE) {
            MailReader.bounce(raw)
                    .filter(MailReader.Bounce::lasting)
                    .ifPresent(bounce -> sent.bounced(bureau, bounce.message(), bounce.says()));
        }
        if (standing.fault() == MailFault.UNMATCHED && taken(bureau, mail)) {
            rows.taken(bureau, mail.id());
        } else if (standing.state() == MailState.WAITING) {
            waits(bureau, mail.id(), mail.arrivedAt());
        }
    }

    private void waits(BureauId bureau, UUID mail, Instant arrivedAt) {
        takers.orderedStream().forEach(taker -> taker.waits(bureau, mail, arrivedAt));
    }

    private boolean taken(BureauId bureau, IncomingMail mail) {
        return takers.orderedStream().anyMatch(taker -> taker.take(bureau, mail));
    }

    private Standing standing(BureauId bureau, IncomingMail mail, byte[] raw, Instant now) {
        if (mail.nature() != MailNature.PERSON) {
            return new Standing(MailState.IGNORED, null, null, mail.nature().mayBeMistaken() ? raw : null);
        }
        if (rows.ofSender(bureau, mail.from(), now.minus(WINDOW)) >= limits.ofSender(bureau, now)) {
            return new Standing(MailState.WAITING, MailFault.TOO_MANY, null, raw);
        }
        return new Standing(MailState.WAITING, MailFault.UNMATCHED, null, raw);
    }

    private void dead(BureauId bureau, Entry entry, MailFault fault, Exception why, byte[] raw) {
        dead(bureau, entry, new Standing(MailState.DEAD, fault, shortly(why), raw));
    }

    /** It waits for a person like any other; where even that fails, it is written down all the same. */
    private void dead(BureauId bureau, Entry entry, Standing standing) {
        try {
            transaction.executeWithoutResult(status -> {
                if (rows.add(bureau, entry, standing)) {
                    waits(bureau, entry.id(), entry.at());
                }
            });
        } catch (RuntimeException unowed) {
            log.warn("mail {} of bureau {} waits without a limit", entry.id(), bureau.value(), unowed);
            rows.add(bureau, entry, standing);
        }
    }

    private static String shortly(Exception why) {
        String message = why.getMessage();
        String says = why.getClass().getSimpleName() + (message == null ? "" : ": " + message);
        return says.substring(0, Math.min(300, says.length()));
    }

    private static Entry entry(IncomingMail mail) {
        return new Entry(mail.id(), mail.messageId(), mail.from(), mail.subject(), mail.arrivedAt(), mail.nature());
    }

    private static Entry unread(UUID id, byte[] raw, Instant now) {
        return new Entry(id, MailReader.digest(raw), "", "", now, MailNature.PERSON);
    }

    /** A page of the list, the newest first; {@code below} is the id that the page before ended with. */
    public List<MailLine> list(Actor actor, @Nullable MailState state, @Nullable UUID below, int limit) {
        actor.require(Action.READ, Messages.KIND);
        return rows.list(actor.bureau(), state, below, limit);
    }

    public Optional<MailLine> find(Actor actor, UUID id) {
        actor.require(Action.READ, Messages.KIND);
        return rows.find(actor.bureau(), id);
    }

    /**
     * Hands a mail on once more, whoever its sender is and whatever it was taken for; a {@link Problem} where it cannot be
     * read or taken.
     *
     * @return false where it belongs to no matter by itself and waits for a person
     */
    public boolean retake(Actor actor, UUID id) {
        actor.require(Action.READ, Messages.KIND);
        actor.require(Action.WRITE, Messages.KIND);
        BureauId bureau = actor.bureau();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> again(actor, bureau, id)));
        } catch (Problem refused) {
            throw refused;
        } catch (RuntimeException again) {
            log.warn("mail {} of bureau {} was not taken again", id, bureau.value(), again);
            throw Problem.conflict("mail.again", shortly(again));
        }
    }

    private boolean again(Actor actor, BureauId bureau, UUID id) {
        Kept kept = rows.kept(bureau, id).orElseThrow(() -> Problem.conflict("mail.finished"));
        rows.stand(bureau, id, new Standing(MailState.WAITING, MailFault.UNMATCHED, null, kept.raw()));
        IncomingMail mail = read(bureau, kept, id);
        boolean taken = taken(bureau, mail);
        if (taken) {
            rows.taken(bureau, id);
        } else {
            waits(bureau, id, mail.arrivedAt());
        }
        trail.record(actor, "mail.retake", "mail", id, "{}");
        return taken;
    }

    /** A mail that waits, as far as it can be read: of what was not fetched or is broken, what the list knows. */
    IncomingMail whole(BureauId bureau, Waiting waiting, UUID id) {
        byte[] raw = waiting.raw();
        if (raw == null || waiting.fault() == MailFault.UNREADABLE) {
            Entry known = waiting.entry();
            return new IncomingMail(
                    id,
                    known.messageId(),
                    List.of(),
                    null,
                    null,
                    known.from(),
                    "",
                    known.subject(),
                    "",
                    known.at(),
                    List.of(),
                    known.nature());
        }
        return read(bureau, new Kept(raw, waiting.entry().at()), id);
    }

    /** A mail that was kept, as it came. */
    private IncomingMail read(BureauId bureau, Kept kept, UUID id) {
        try {
            return MailReader.read(kept.raw(), id, kept.arrivedAt(), limits.attachment(bureau, kept.arrivedAt()));
        } catch (MessagingException | IOException unreadable) {
            throw Problem.conflict("mail.again", shortly(unreadable));
        }
    }
}
