package org.redress.desk.contact;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is being typed, kept on the server from the first second: it survives a closed browser and is offered again in
 * any other, to whoever typed it and to nobody else.
 */
@Component
public class Drafts {

    private static final int LONGEST = 200_000;
    private static final int OFFERED = 10;

    private final DraftRows rows;
    private final Contacts contacts;
    private final Clock clock;

    Drafts(DraftRows rows, Contacts contacts, Clock clock) {
        this.rows = rows;
        this.contacts = contacts;
        this.clock = clock;
    }

    /**
     * Keeps a draft as it stands in a window.
     *
     * @param seen the version that the window has begun with, 0 for a fresh one
     * @throws Problem {@code contact.draft.long} where it is longer than anybody types
     */
    @Transactional
    public DraftSaved save(Actor actor, ContactId id, UUID page, int seen, Instant begun, Map<String, String> typed) {
        actor.require(Action.WRITE, Contacts.KIND);
        // Null bytes are nothing that was typed, and the database has no place for them.
        Map<String, String> fields = typed.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().replace("\0", "")));
        if (fields.values().stream().mapToLong(String::length).sum() > LONGEST) {
            throw Problem.invalid("contact.draft.long", null, LONGEST);
        }
        Instant now = clock.instant();
        if (contacts.recorded(actor, id)) {
            return new DraftSaved.Recorded();
        }
        Draft draft = new Draft(id, page, seen, begun.isAfter(now) ? now : begun, now, fields);
        return rows.save(actor.bureau(), actor.staff(), draft)
                .<DraftSaved>map(version -> new DraftSaved.Kept(version, now))
                .orElseGet(() -> elsewhere(actor, id));
    }

    private DraftSaved elsewhere(Actor actor, ContactId id) {
        return rows.find(actor.bureau(), actor.staff(), id)
                .<DraftSaved>map(draft -> new DraftSaved.Elsewhere(draft.savedAt()))
                .orElseThrow(() -> Problem.absent("contact.draft.absent"));
    }

    /** One of my own. */
    public Optional<Draft> find(Actor actor, ContactId id) {
        actor.require(Action.WRITE, Contacts.KIND);
        return rows.find(actor.bureau(), actor.staff(), id);
    }

    /** My own, the latest first. */
    public List<Draft> list(Actor actor) {
        actor.require(Action.WRITE, Contacts.KIND);
        return rows.list(actor.bureau(), actor.staff(), OFFERED);
    }

    /** Throws one of my own away, for good. */
    @Transactional
    public void discard(Actor actor, ContactId id) {
        actor.require(Action.WRITE, Contacts.KIND);
        rows.remove(actor.bureau(), actor.staff(), id);
    }
}
