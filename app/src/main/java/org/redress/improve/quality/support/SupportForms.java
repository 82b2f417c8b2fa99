package org.redress.improve.quality.support;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Forms;
import org.redress.platform.web.Notice;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The forms in which a break is taken or declined, a word is said, abuse is told, and a praise gets its person. */
@Controller
class SupportForms {

    static final String SAY = "say-";

    private final Reliefs reliefs;
    private final Praises praises;
    private final SupportDesk desk;
    private final Forms forms;

    SupportForms(Reliefs reliefs, Praises praises, SupportDesk desk, Forms forms) {
        this.reliefs = reliefs;
        this.praises = praises;
        this.desk = desk;
        this.forms = forms;
    }

    @PostMapping(SupportDesk.MINE + "/reliefs/{relief}/{act:take|decline}")
    ModelAndView rest(
            Actor actor,
            Words words,
            @PathVariable UUID relief,
            @PathVariable String act,
            @RequestParam Map<String, String> typed) {
        Forms.Form form = new Forms.Form(actor.bureau().value(), words, act, typed, words.text("support.done." + act));
        ReliefId id = new ReliefId(relief);
        return take(
                form,
                SupportDesk.MINE,
                () -> act.equals("take")
                        ? reliefs.take(actor, id, form.version())
                        : reliefs.decline(actor, id, form.version()),
                attempt -> desk.record(actor, actor.staff(), attempt));
    }

    @PostMapping(SupportDesk.MINE + "/contacts/{contact}/abuse")
    ModelAndView abuse(Actor actor, Words words, @PathVariable UUID contact, @RequestParam Map<String, String> typed) {
        Forms.Form form = new Forms.Form(
                actor.bureau().value(), words, "abuse-" + contact, typed, words.text("support.abuse.BEFORE"));
        return forms.tell(
                form,
                () -> new Forms.Taken(
                        SupportDesk.MINE,
                        words.text("support.abuse." + reliefs.abused(actor, contact, form.typed(Reliefs.WORDS)))),
                attempt -> desk.record(actor, actor.staff(), attempt));
    }

    @PostMapping(SupportDesk.TEAM + "/reliefs/{relief}/say")
    ModelAndView say(Actor actor, Words words, @PathVariable UUID relief, @RequestParam Map<String, String> typed) {
        Forms.Form form =
                new Forms.Form(actor.bureau().value(), words, SAY + relief, typed, words.text("support.done.say"));
        return take(
                form,
                SupportDesk.TEAM,
                () -> reliefs.say(actor, new ReliefId(relief), form.version(), form.typed(Reliefs.WORDS)),
                attempt -> desk.team(actor, attempt));
    }

    private ModelAndView take(
            Forms.Form form, String page, Supplier<ReliefResult> change, Function<Attempt, ModelAndView> again) {
        return forms.take(
                form,
                () -> switch (change.get()) {
                    case ReliefResult.Done done -> page;
                    case ReliefResult.Refused refused ->
                        throw Forms.refused(page, refused.why().text(form.words()));
                },
                again);
    }

    /** Whom the praise of a ticket is for; nothing is typed here that could be lost. */
    @PostMapping("/tickets/{ticket}/praise")
    ModelAndView praise(Actor actor, Words words, @PathVariable UUID ticket, @RequestParam Map<String, String> typed) {
        String page = "/tickets/" + ticket;
        Forms.Form form = new Forms.Form(actor.bureau().value(), words, "praise", typed, words.text("praise.done"));
        return forms.take(
                form,
                () -> {
                    if (!praises.name(actor, new TicketId(ticket), new StaffId(id(form.typed("staff"))))) {
                        throw Forms.refused(page + "#praise", words.text("praise.already"));
                    }
                    return page + "#praise";
                },
                attempt -> Page.then(page, Notice.refused(attempt.error())));
    }

    private static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("typed.choose", "staff");
        }
    }
}
