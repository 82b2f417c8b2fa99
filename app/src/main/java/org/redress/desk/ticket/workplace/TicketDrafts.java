package org.redress.desk.ticket.workplace;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.platform.web.FormDrafts;
import org.redress.platform.web.FormDrafts.Draft;
import org.springframework.stereotype.Component;

/** What somebody has written into the forms of a ticket and not sent. */
@Component
class TicketDrafts {

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

    private final FormDrafts drafts;

    TicketDrafts(FormDrafts drafts) {
        this.drafts = drafts;
    }

    /** The reader's own. */
    Drafted of(Actor actor, TicketId ticket) {
        Map<String, Draft> about =
                drafts.about(actor.bureau().value(), actor.staff().value(), ticket.value());
        return new Drafted(
                FORMS.stream()
                        .filter(form -> about.containsKey(name(ticket, form)))
                        .collect(Collectors.toMap(Function.identity(), form -> about.get(name(ticket, form)))),
                actor.zone());
    }

    /** The name under which a form is kept. */
    static String name(TicketId ticket, String form) {
        return DeskAddress.START.form(ticket, form);
    }
}
