package org.redress.desk.recovery.reaction;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Forms;
import org.redress.platform.web.Page;
import org.redress.platform.web.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The ring of a ticket on its own page, and what is done about its steps. */
@Controller
@RequestMapping("/tickets/{ticket}/reaction")
class ReactionForms {

    private final Reactions reactions;
    private final RingViews views;
    private final Tickets tickets;
    private final Forms forms;

    ReactionForms(Reactions reactions, RingViews views, Tickets tickets, Forms forms) {
        this.reactions = reactions;
        this.views = views;
        this.tickets = tickets;
        this.forms = forms;
    }

    @GetMapping
    ModelAndView ring(Actor actor, @PathVariable UUID ticket) {
        return page(actor, new TicketId(ticket), Attempt.NONE);
    }

    private ModelAndView page(Actor actor, TicketId ticket, Attempt attempt) {
        return Page.of("recovery/ring", new RingPage(tickets.get(actor, ticket), views.of(actor, ticket, attempt)));
    }

    @PostMapping("/apologise")
    ModelAndView apologise(
            Actor actor, Words words, @PathVariable UUID ticket, @RequestParam Map<String, String> typed) {
        TicketId id = new TicketId(ticket);
        return take(actor, words, "apologise", id, typed, () -> {
            reactions.apologise(actor, id);
            return new ReactionResult.Done();
        });
    }

    @PostMapping("/followup")
    ModelAndView followUp(
            Actor actor, Words words, @PathVariable UUID ticket, @RequestParam Map<String, String> typed) {
        TicketId id = new TicketId(ticket);
        return take(
                actor,
                words,
                "followup",
                id,
                typed,
                () -> reactions.followUp(actor, id, typed.getOrDefault(Reactions.WORDS, "")));
    }

    @PostMapping("/spare")
    ModelAndView spare(Actor actor, Words words, @PathVariable UUID ticket, @RequestParam Map<String, String> typed) {
        TicketId id = new TicketId(ticket);
        return take(
                actor,
                words,
                "spare",
                id,
                typed,
                () -> reactions.spare(
                        actor,
                        id,
                        Typed.choice(ReactionStep.class, typed.get("step"), "step"),
                        typed.getOrDefault(Reactions.WORDS, "")));
    }

    private ModelAndView take(
            Actor actor,
            Words words,
            String name,
            TicketId ticket,
            Map<String, String> typed,
            Supplier<ReactionResult> change) {
        Forms.Form form =
                new Forms.Form(actor.bureau().value(), words, name, typed, words.text("reaction.done." + name));
        return forms.take(
                form,
                () -> switch (change.get()) {
                    case ReactionResult.Done done -> "/tickets/" + ticket.value() + "#reaction";
                    case ReactionResult.Refused refused ->
                        throw Forms.refused(
                                ReactionDesk.path(ticket), refused.why().text(words));
                },
                attempt -> page(actor, ticket, attempt));
    }
}
