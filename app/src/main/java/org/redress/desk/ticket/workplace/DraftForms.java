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
        return Page.of(
                "ticket/kept",
                KeptPart.of(
                        drafts.keep(actor, sent, form, typed),
                        false,
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
        DraftKept kept = drafts.keep(actor, sent, form, typed);
        return Page.then(
                address.ticket(sent.ticket()),
                kept instanceof DraftKept.Elsewhere
                        ? Notice.refused(words.text("draft.elsewhere"))
                        : Notice.done(words.text("draft.kept.here")));
    }

    @PostMapping("/discard")
    ModelAndView discard(Actor actor, Words words, DeskAddress address, Sent sent, @PathVariable String form) {
        String next = keys.once(actor.bureau().value(), sent.formKey(), () -> {
            drafts.clear(actor, sent, form);
            return address.ticket(sent.ticket());
        });
        return Page.then(next, Notice.done(words.text("draft.discarded")));
    }
}
