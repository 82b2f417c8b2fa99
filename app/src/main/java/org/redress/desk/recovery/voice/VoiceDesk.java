package org.redress.desk.recovery.voice;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.ContactId;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Forms;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Records what a customer says would put it right, and shows all of it. */
@Controller
@RequestMapping("/tickets/{ticket}/voice")
class VoiceDesk {

    static final String FORM = "voice";

    private final Voices voices;
    private final VoiceViews views;
    private final Tickets tickets;
    private final Forms forms;

    VoiceDesk(Voices voices, VoiceViews views, Tickets tickets, Forms forms) {
        this.voices = voices;
        this.views = views;
        this.tickets = tickets;
        this.forms = forms;
    }

    static String path(TicketId ticket) {
        return "/tickets/" + ticket.value() + "/voice";
    }

    @GetMapping
    ModelAndView all(Actor actor, @PathVariable UUID ticket) {
        return page(actor, new TicketId(ticket), Attempt.NONE);
    }

    private ModelAndView page(Actor actor, TicketId ticket, Attempt attempt) {
        return Page.of("recovery/voice", new VoicePage(tickets.get(actor, ticket), views.of(actor, ticket, attempt)));
    }

    @PostMapping
    ModelAndView record(Actor actor, Words words, @PathVariable UUID ticket, @RequestParam Map<String, String> typed) {
        TicketId id = new TicketId(ticket);
        Forms.Form form = new Forms.Form(actor.bureau().value(), words, FORM, typed, words.text("voice.done"));
        return forms.take(
                form,
                () -> {
                    NewVoice given = new NewVoice(
                            Typed.choice(Said.class, form.typed("said"), "said"),
                            form.typed(Voices.WORDS),
                            contact(form.typed("from")));
                    return switch (voices.record(actor, id, given)) {
                        case VoiceResult.Done done -> "/tickets/" + ticket + "#voice";
                        case VoiceResult.Ended ended -> throw Forms.refused(path(id), words.text("voice.ended"));
                    };
                },
                attempt -> page(actor, id, attempt));
    }

    private static @Nullable ContactId contact(String typed) {
        try {
            return typed.isEmpty() ? null : new ContactId(UUID.fromString(typed));
        } catch (IllegalArgumentException e) {
            throw Problem.absent("contact.absent");
        }
    }
}
