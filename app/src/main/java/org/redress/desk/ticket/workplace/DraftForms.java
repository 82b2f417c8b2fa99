package org.redress.desk.ticket.workplace;

import java.time.Clock;
import java.util.Map;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.redress.platform.web.DraftKept;
import org.redress.platform.web.FormKeys;
import org.redress.platform.web.Notice;
import org.redress.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Keeps what is written into a ticket's forms. Keeping twice what is the same is the same, so it uses up no key; to discard
 * does, so that what the window saves after that is nothing.
 */
@Controller
@RequestMapping("/tickets/{id}/drafts/{form}")
class DraftForms {

    private final TicketDrafts drafts;
    private final FormKeys keys;
    private final Clock clock;

    DraftForms(TicketDrafts drafts, FormKeys keys, Clock clock) {
        this.drafts = drafts;
        this.keys = keys;
        this.clock = clock;
    }

    /** While one types. */
    @PostMapping(headers = "HX-Request")
    ModelAndView typing(
            Actor actor,
            DeskAddress address,
            Sent sent,
            @PathVariable String form,
            @RequestParam Map<String, String> typed) {
        TicketDrafts.Standing standing = drafts.keep(actor, sent, form, typed);
        return Page.of(
                "ticket/kept",
                KeptPart.of(
                        standing.kept(),
                        standing.behind(),
                        address,
                        sent.ticket(),
                        form,
                        actor.zone(),
                        clock.instant()));
    }

    /** Without scripts. */
    @PostMapping
    ModelAndView keep(
            Actor actor,
            Words words,
            DeskAddress address,
            Sent sent,
            @PathVariable String form,
            @RequestParam Map<String, String> typed) {
        Notice notice = switch (drafts.keep(actor, sent, form, typed).kept()) {
            case DraftKept.Kept kept -> Notice.done(words.text("draft.kept.here"));
            case DraftKept.Elsewhere other -> Notice.refused(words.text("draft.elsewhere"));
            case DraftKept.Empty nothing -> Notice.refused(words.text("draft.empty"));
            case DraftKept.Sent over -> Notice.refused(words.text("draft.sent"));
        };
        return Page.then(address.ticket(sent.ticket()), notice);
    }

    @PostMapping("/discard")
    ModelAndView discard(Actor actor, Words words, DeskAddress address, Sent sent, @PathVariable String form) {
        String next = keys.once(actor.bureau().value(), sent.formKey(), () -> {
            drafts.clear(actor, sent, form);
            return address.ticket(sent.ticket());
        });
        return Page.then(
                next,
                drafts.elsewhere(actor, sent, form) instanceof DraftKept.Elsewhere
                        ? Notice.refused(words.text("draft.elsewhere.stays"))
                        : Notice.done(words.text("draft.discarded")));
    }
}
