package org.redress.ground.notification;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.notification.MailRows.Standing;
import org.redress.ground.notification.MailRows.Waiting;
import org.redress.ground.trail.Trail;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails of people that belong to no matter by themselves, and mails that could not be read, fetched or taken: each waits until
 * somebody sees what becomes of it.
 */
@Component
public class WaitingMails {

    /** What the rights are about. */
    public static final String KIND = "mail";

    private static final int THREAD = 20;

    private final MailRows rows;
    private final IncomingMails mails;
    private final Trail trail;

    WaitingMails(MailRows rows, IncomingMails mails, Trail trail) {
        this.rows = rows;
        this.mails = mails;
        this.trail = trail;
    }

    /** The oldest first; {@code above} is the id that the page before ended with. */
    public List<MailLine> list(Actor actor, @Nullable UUID above, int limit) {
        actor.require(Action.READ, KIND);
        return rows.queue(actor.bureau(), above, limit);
    }

    /** Those of these mails that wait, in no order. */
    public List<MailLine> of(Actor actor, Collection<UUID> ids) {
        actor.require(Action.READ, KIND);
        return rows.waiting(actor.bureau(), ids);
    }

    /** How many there are; the count ends at {@code most}. */
    public int count(Actor actor, int most) {
        actor.require(Action.READ, KIND);
        return rows.waiting(actor.bureau(), most);
    }

    /**
     * A waiting mail with its words and whoever sent it; the look leaves a trail.
     *
     * @throws Problem {@code mail.finished} where it waits no longer
     */
    @Transactional
    public IncomingMail open(Actor actor, UUID id) {
        actor.require(Action.READ, KIND);
        Waiting waiting = rows.waiting(actor.bureau(), id).orElseGet(() -> finished(actor, id));
        IncomingMail mail = mails.whole(actor.bureau(), waiting, id);
        trail.record(actor, "mail.open", KIND, id, "{}");
        return mail;
    }

    private Waiting finished(Actor actor, UUID id) {
        throw rows.find(actor.bureau(), id).isPresent()
                ? Problem.conflict("mail.finished")
                : Problem.absent("mail.absent");
    }

    /**
     * Something has become of a mail, in the running transaction; what is no waiting mail is left as it is.
     *
     * @param placed whether each of its files has found its place; else the mail is kept whole for good
     * @return whether it was one that waited
     */
    @Transactional
    public boolean finish(Actor actor, UUID id, Predicate<IncomingMail> placed) {
        Waiting waiting = rows.held(actor.bureau(), id).orElse(null);
        if (waiting == null) {
            return false;
        }
        actor.require(Action.WRITE, KIND);
        boolean all = placed.test(mails.whole(actor.bureau(), waiting, id)) && waiting.fault() != MailFault.UNREADABLE;
        rows.stand(actor.bureau(), id, new Standing(MailState.TAKEN, null, null, all ? null : waiting.raw()));
        trail.record(actor, "mail.take", KIND, id, "{}");
        return true;
    }

    /** Nothing becomes of a mail; it is kept, and whoever looks after mails can hand it on again. */
    @Transactional
    public void putAside(Actor actor, UUID id, String why) {
        actor.require(Action.WRITE, KIND);
        Waiting waiting = rows.held(actor.bureau(), id).orElseGet(() -> finished(actor, id));
        rows.stand(actor.bureau(), id, new Standing(MailState.IGNORED, null, why, waiting.raw()));
        trail.record(actor, "mail.aside", KIND, id, "{}");
    }

    /**
     * The mails before this one in its thread of which something became, the nearest first; of long threads only the last
     * mails are looked for.
     */
    public List<UUID> before(Actor actor, IncomingMail mail) {
        actor.require(Action.READ, KIND);
        return rows.ofThread(
                actor.bureau(),
                mail.references().reversed().stream().limit(THREAD).toList());
    }

    /** Whether a mail from one of these mailboxes waits. */
    public boolean waitsFrom(Actor actor, List<String> mailboxes) {
        actor.require(Action.READ, KIND);
        return rows.waitsFrom(actor.bureau(), mailboxes);
    }

    /**
     * A mail as it came, where it was kept because not everything of it found a place; the look leaves a trail.
     *
     * @throws Problem {@code mail.absent} where it was not
     */
    @Transactional
    public byte[] original(Actor actor, UUID id) {
        actor.require(Action.READ, KIND);
        byte[] raw = rows.original(actor.bureau(), id).orElseThrow(() -> Problem.absent("mail.absent"));
        trail.record(actor, "mail.original", KIND, id, "{}");
        return raw;
    }

    /** Whether a mail that was taken is still kept whole. */
    public boolean keeps(Actor actor, UUID id) {
        return actor.may(Action.READ, KIND) && rows.original(actor.bureau(), id).isPresent();
    }

    /** Forgets what was kept of mails from these mailboxes; which they were. For whoever may black out customers. */
    @Transactional
    public List<UUID> redact(Actor actor, List<String> mailboxes, String cover) {
        actor.require(Action.REDACT, "customer");
        return rows.redact(actor.bureau(), mailboxes, cover);
    }
}
