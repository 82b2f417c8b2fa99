package org.redress.desk.recovery.followup;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.redress.desk.recovery.followup.FollowUpResult.Refused;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Forms;
import org.redress.platform.web.Forms.Form;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Questionnaires as staff see them. */
@Controller
class FollowUpDesk {

    private final FollowUps followUps;
    private final FollowUpPages pages;
    private final Forms forms;

    FollowUpDesk(FollowUps followUps, FollowUpPages pages, Forms forms) {
        this.followUps = followUps;
        this.pages = pages;
        this.forms = forms;
    }

    @GetMapping("/follow-ups")
    ModelAndView list(
            Actor actor,
            Words words,
            @RequestParam(defaultValue = "calls") String view,
            @RequestParam(defaultValue = "") String after) {
        return Page.of("followup/list", pages.list(actor, words, FollowUpLists.View.of(view), after));
    }

    @GetMapping("/follow-ups/{id}")
    ModelAndView show(Actor actor, Words words, @PathVariable UUID id) {
        return page(actor, words, new FollowUpId(id), Attempt.NONE);
    }

    @PostMapping("/tickets/{ticket}/follow-up")
    ModelAndView ask(Actor actor, Words words, @PathVariable UUID ticket, @RequestParam Map<String, String> typed) {
        return forms.take(
                new Form(actor.bureau().value(), words, "ask", typed, words.text("followup.ask.done")),
                () -> followUps.ask(actor, new TicketId(ticket)).path(),
                attempt -> Page.then("/tickets/" + ticket));
    }

    /** Enters what a customer without a failure says, from their file. */
    @PostMapping("/customers/{customer}/satisfaction")
    ModelAndView compare(
            Actor actor, Words words, @PathVariable UUID customer, @RequestParam Map<String, String> typed) {
        CustomerId of = new CustomerId(customer);
        return forms.take(
                new Form(actor.bureau().value(), words, "compare", typed, words.text("followup.entered")),
                () -> followUps
                        .compare(actor, of, channel(typed.get("channel")), AnswerForm.marks(typed), typed.get("words"))
                        .path(),
                attempt -> comparing(of, attempt));
    }

    @GetMapping("/customers/{customer}/satisfaction")
    ModelAndView comparing(Actor actor, @PathVariable UUID customer) {
        actor.require(Action.WRITE, FollowUps.KIND);
        return comparing(pages.known(actor, new CustomerId(customer)), Attempt.NONE);
    }

    private static ModelAndView comparing(CustomerId customer, Attempt attempt) {
        return Page.of("followup/compare", new ComparePage(customer, attempt));
    }

    @PostMapping("/follow-ups/{id}")
    ModelAndView enter(Actor actor, Words words, @PathVariable UUID id, @RequestParam Map<String, String> typed) {
        FollowUpId of = new FollowUpId(id);
        return forms.take(
                new Form(actor.bureau().value(), words, "enter", typed, words.text("followup.entered")),
                () -> done(
                        words,
                        of,
                        followUps.enter(
                                actor, of, channel(typed.get("channel")), AnswerForm.marks(typed), typed.get("words"))),
                attempt -> page(actor, words, of, attempt));
    }

    @PostMapping("/follow-ups/{id}/take")
    ModelAndView take(Actor actor, Words words, @PathVariable UUID id, @RequestParam Map<String, String> typed) {
        FollowUpId of = new FollowUpId(id);
        Form form = new Form(actor.bureau().value(), words, "take", typed, words.text("followup.taken"));
        return forms.take(
                form,
                () -> done(words, of, followUps.takeOver(actor, of, form.version())),
                attempt -> page(actor, words, of, attempt));
    }

    @PostMapping("/follow-ups/{id}/called")
    ModelAndView called(Actor actor, Words words, @PathVariable UUID id, @RequestParam Map<String, String> typed) {
        FollowUpId of = new FollowUpId(id);
        Form form = new Form(actor.bureau().value(), words, "called", typed, words.text("followup.called.done"));
        return forms.take(
                form,
                () -> done(words, of, followUps.called(actor, of, form.version(), form.typed("result"))),
                attempt -> page(actor, words, of, attempt));
    }

    private ModelAndView page(Actor actor, Words words, FollowUpId id, Attempt attempt) {
        return Page.of("followup/one", pages.one(actor, words, id, attempt));
    }

    private static String done(Words words, FollowUpId id, FollowUpResult result) {
        String path = "/follow-ups/" + id.value();
        if (result instanceof Refused refused) {
            throw Forms.refused(path, words.text("followup.refused." + refused.reason()));
        }
        return path;
    }

    static Channel channel(@org.jspecify.annotations.Nullable String given) {
        return Arrays.stream(Channel.values())
                .filter(one -> one.name().equals(given))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("followup.channel", "channel"));
    }
}
