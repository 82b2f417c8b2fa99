package org.redress.desk.ticket.workplace;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.platform.web.DraftKept;
import org.redress.platform.web.FormDrafts;
import org.redress.platform.web.FormDrafts.Place;
import org.redress.platform.web.FormDrafts.Window;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;

/** What people write into the forms of a ticket before they send them: kept while they type, each person's own. */
@Component
class TicketDrafts {

    static final String KIND = "ticket";

    /** The forms in which one writes sentences. */
    private static final Set<String> FORMS = Set.of(
            Act.ANSWER.form(),
            "note",
            "answer-all",
            Act.CLASSIFY.form(),
            Act.SETTLE.form(),
            Act.FIND.form(),
            Act.CLOSE.form(),
            Act.HOLD.form(),
            Act.ASSIGN.form(),
            Act.REOPEN.form(),
            Act.REJECT.form(),
            Act.CANCEL.form());

    /** What every form carries, and nobody types. */
    private static final Set<String> CARRIED = Set.of("_csrf", "formKey", "seen");

    private final FormDrafts drafts;
    private final Tickets tickets;
    private final Clock clock;

    TicketDrafts(FormDrafts drafts, Tickets tickets, Clock clock) {
        this.drafts = drafts;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** The reader's own. */
    Drafted of(Actor actor, TicketId ticket, int version) {
        return new Drafted(
                drafts.of(actor.bureau().value(), actor.staff().value(), KIND, ticket.value()),
                version,
                actor.zone(),
                clock.instant());
    }

    /** @param behind whether the ticket has changed since the draft was begun */
    record Standing(DraftKept kept, boolean behind) {}

    /** Keeps what stands in a form now; where that is nothing, nothing is kept. */
    Standing keep(Actor actor, Sent sent, String form, Map<String, String> fields) {
        actor.require(Action.WRITE, KIND);
        if (!FORMS.contains(form)) {
            throw Problem.absent("ticket.draft.form");
        }
        int version = tickets.get(actor, sent.ticket()).version();
        Map<String, String> typed = fields.entrySet().stream()
                .filter(field -> !CARRIED.contains(field.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return save(actor, sent, form, typed, version);
    }

    /** A draft that is gone on with keeps the version of the ticket with which it was begun. */
    private Standing save(Actor actor, Sent sent, String form, Map<String, String> typed, int version) {
        Place place = place(actor, sent, form);
        if (Drafted.words(typed, field -> true).isEmpty()) {
            return new Standing(
                    drafts.clear(place, window(sent)) ? new DraftKept.Empty() : elsewhere(actor, sent, form), false);
        }
        Map<String, String> fields = new HashMap<>(typed);
        fields.put(Drafted.VERSION, begun(place).orElse(Integer.toString(sent.version())));
        boolean behind = !Integer.toString(version).equals(fields.get(Drafted.VERSION));
        return new Standing(drafts.save(place, window(sent), fields), behind);
    }

    private Optional<String> begun(Place place) {
        return drafts.find(place)
                .flatMap(draft -> Optional.ofNullable(draft.typed().get(Drafted.VERSION)));
    }

    /** What another window has made of a draft; empty where nothing stands there. */
    DraftKept elsewhere(Actor actor, Sent sent, String form) {
        return drafts.find(place(actor, sent, form))
                .<DraftKept>map(draft -> new DraftKept.Elsewhere(draft.savedAt()))
                .orElseGet(DraftKept.Empty::new);
    }

    /** Keeps what was sent and not taken, so that whoever now closes the browser has lost nothing. */
    void keepRefused(Actor actor, Sent sent, String form, Map<String, String> typed) {
        boolean keepable = typed.values().stream().mapToLong(String::length).sum() < FormDrafts.LONGEST;
        if (FORMS.contains(form) && keepable) {
            save(actor, sent, form, typed, sent.version());
        }
    }

    /** It is sent, or not wanted any more. */
    void clear(Actor actor, Sent sent, String form) {
        drafts.clear(place(actor, sent, form), window(sent));
    }

    private static Place place(Actor actor, Sent sent, String form) {
        return new Place(
                actor.bureau().value(),
                actor.staff().value(),
                KIND,
                sent.ticket().value(),
                form);
    }

    private static Window window(Sent sent) {
        return new Window(sent.formKey(), sent.seen() == null ? 0 : sent.seen());
    }
}
