package org.redress.ground.attachment;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.rulebook.Rule;
import org.redress.ground.rulebook.Rulebook;
import org.redress.ground.rulebook.Unit;
import org.redress.ground.trail.Trail;
import org.redress.platform.web.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files kept with tickets and other things. Whoever owns the kind says who may see and add them ({@link Attachable}). A file
 * is kept as it came: there is no way to change or remove one. Every reading of one leaves a trail with its thing.
 */
@Component
public class Attachments {

    static final String FIELD = "file";

    private static final String SIZE = "attachment.size";
    private static final String COUNT = "attachment.count";

    private final AttachmentRows rows;
    private final ObjectProvider<Attachable> owners;
    private final Rulebook rulebook;
    private final Trail trail;
    private final Clock clock;

    Attachments(AttachmentRows rows, ObjectProvider<Attachable> owners, Rulebook rulebook, Trail trail, Clock clock) {
        this.rows = rows;
        this.owners = owners;
        this.rulebook = rulebook;
        this.trail = trail;
        this.clock = clock;
    }

    /** The limits of this bureau today: megabytes of a file, files with one thing. */
    public record Limits(int megabytes, int count) {}

    /**
     * Keeps a file with a thing; the same bytes a second time are the file that is there.
     *
     * @throws Problem {@code attachment.…} with the field {@code file} where it cannot be taken; nothing is written then, so
     *     that whoever calls may go on
     */
    @Transactional(noRollbackFor = Problem.class)
    public Kept add(Actor actor, Holder holder, Sent sent) {
        owner(holder).requireAdd(actor, holder.subject());
        Limits limits = limits(actor);
        try (Spool spool = Spool.of(sent.bytes(), limits.megabytes())) {
            FileName name = FileName.of(sent.name());
            FileType type = Look.at(spool.path(), name, sent.declared());
            rows.hold(actor.bureau(), holder);
            Optional<Attachment> before = rows.same(actor.bureau(), holder, spool.sha256());
            if (before.isPresent()) {
                return new Kept(before.get(), true);
            }
            if (rows.count(actor.bureau(), holder) >= limits.count()) {
                throw Problem.invalid("attachment.many", FIELD, limits.count());
            }
            Attachment kept = new Attachment(
                    new AttachmentId(UUID.randomUUID()),
                    holder,
                    name.of(type),
                    type,
                    spool.size(),
                    spool.sha256(),
                    actor.staff(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    false);
            rows.insert(actor.bureau(), kept, spool.path());
            trail.record(actor, "attachment.add", holder.kind(), holder.subject(), detail(kept));
            return new Kept(kept, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of a thing, the oldest first; as many as {@code attachment.count} lets in. */
    public List<Attachment> list(Actor actor, Holder holder) {
        owner(holder).requireRead(actor, holder.subject());
        return rows.list(actor.bureau(), holder);
    }

    /** How many files a thing has, for rules of its owner. */
    public int count(Actor actor, Holder holder) {
        owner(holder).requireRead(actor, holder.subject());
        return rows.count(actor.bureau(), holder);
    }

    /** Whether this person may add a file to a thing now. */
    public boolean mayAdd(Actor actor, Holder holder) {
        try {
            owner(holder).requireAdd(actor, holder.subject());
            return true;
        } catch (Problem refused) {
            return false;
        }
    }

    /** Opens a file to read it; that it was read is written down. One that this person may not see is absent (404). */
    @Transactional
    public Attachment open(Actor actor, AttachmentId id) {
        Attachment found = rows.find(actor.bureau(), id).orElseThrow(() -> Problem.absent("attachment.absent"));
        owner(found.holder()).requireRead(actor, found.holder().subject());
        if (found.redacted()) {
            throw Problem.absent("attachment.redacted");
        }
        trail.record(
                actor, "attachment.read", found.holder().kind(), found.holder().subject(), detail(found));
        return found;
    }

    /**
     * Blacks out the files of these things for good: their names are covered, their bytes go. For whoever may black out
     * customers.
     *
     * @return how many there were
     */
    @Transactional
    public int redact(Actor actor, String kind, Collection<UUID> subjects, String cover) {
        actor.require(Action.REDACT, "customer");
        return rows.redact(actor.bureau(), kind, subjects, cover, clock.instant());
    }

    /** Writes the bytes of a file that was opened. */
    void write(Actor actor, Attachment opened, OutputStream out) throws IOException {
        rows.write(actor.bureau(), opened.id(), out);
    }

    public Limits limits(Actor actor) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
        Rule size = rulebook.get(actor.bureau(), SIZE, today);
        if (size.unit() != Unit.MEGABYTES) {
            throw new IllegalStateException(SIZE + " is in " + size.unit());
        }
        return new Limits(size.amount().intValueExact(), rulebook.count(actor.bureau(), COUNT, today));
    }

    /** Where the page of a thing is. */
    String path(Holder holder) {
        return owner(holder).path(holder.subject());
    }

    private Attachable owner(Holder holder) {
        Map<String, Attachable> kinds =
                owners.stream().collect(Collectors.toMap(Attachable::kind, Function.identity()));
        Attachable owner = kinds.get(holder.kind());
        if (owner == null) {
            throw Problem.absent("attachment.absent");
        }
        return owner;
    }

    private static String detail(Attachment one) {
        return "{\"attachment\":\"" + one.id().value() + "\"}";
    }
}
