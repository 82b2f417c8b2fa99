package org.redress.desk.appeal.hotline;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.appeal.Satisfaction;
import org.redress.desk.contact.Mood;
import org.redress.desk.contact.NewContact;
import org.redress.desk.ticket.TicketKind;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.TelephoneNumber;
import org.redress.platform.text.Words;
import org.redress.platform.web.Forms;
import org.redress.platform.web.Forms.Form;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The forms in which dispatches are recorded, signed for, answered back and visited. */
@Controller
@RequestMapping("/dispatches")
class DispatchMoves {

    private static final String SOURCE = "desk";

    private final Dispatches dispatches;
    private final DispatchesDesk desk;
    private final Forms forms;

    DispatchMoves(Dispatches dispatches, DispatchesDesk desk, Forms forms) {
        this.dispatches = dispatches;
        this.desk = desk;
        this.forms = forms;
    }

    @PostMapping
    ModelAndView receive(Actor actor, Words words, @RequestParam Map<String, String> typed) {
        Form form = new Forms.Form(
                actor.bureau().value(), words, DispatchNewPage.FORM, typed, words.text("dispatch.done.receive"));
        return forms.take(
                form,
                () -> next(
                        dispatches.receive(
                                actor,
                                new NewDispatch(
                                        form.typed("number"),
                                        Typed.choice(Urgency.class, form.typed("urgency"), "urgency"),
                                        from(actor, form),
                                        form.typed("words"),
                                        Typed.choice(Mood.class, form.typed("mood"), "mood"),
                                        Typed.choice(TicketKind.class, form.typed("kind"), "kind"),
                                        received(actor, form.typed("received")))),
                        words,
                        "/dispatches"),
                attempted -> desk.blank(actor, attempted));
    }

    private static NewContact.From from(Actor actor, Form form) {
        String name = Typed.optional(form.typed("name"), "name", Typed.LINE);
        String phone = Typed.optional(form.typed("phone"), "phone", Typed.LINE);
        return name.isEmpty() && phone.isEmpty()
                ? new NewContact.Anonymous()
                : new NewContact.Newcomer(new CustomerDraft(
                        SOURCE,
                        null,
                        name.isEmpty() ? null : name,
                        phone.isEmpty() ? null : phone,
                        TelephoneNumber.e164(phone, actor.region()),
                        null,
                        null));
    }

    private static @Nullable Instant received(Actor actor, String typed) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(typed).atZone(actor.zone()).toInstant();
        } catch (DateTimeException e) {
            throw Problem.invalid("dispatch.received", "received");
        }
    }

    @PostMapping("/{id}/{act:sign|answer|visit}")
    ModelAndView move(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam Map<String, String> typed) {
        DispatchId dispatch = new DispatchId(id);
        Form form = new Forms.Form(actor.bureau().value(), words, act, typed, words.text("dispatch.done." + act));
        return forms.take(
                form,
                () -> next(
                        switch (act) {
                            case "sign" -> dispatches.sign(actor, dispatch, version(form));
                            case "answer" -> dispatches.answer(actor, dispatch, version(form), form.typed("words"));
                            default ->
                                dispatches.visit(
                                        actor,
                                        dispatch,
                                        version(form),
                                        Typed.choice(Satisfaction.class, form.typed("heard"), "heard"),
                                        form.typed("words"));
                        },
                        words,
                        "/dispatches/" + id),
                attempted -> desk.show(actor, dispatch, attempted));
    }

    private static int version(Form form) {
        try {
            return Integer.parseInt(form.typed("version"));
        } catch (NumberFormatException e) {
            throw Problem.invalid("typed.choose", null);
        }
    }

    private static String next(DispatchResult result, Words words, String back) {
        return switch (result) {
            case DispatchResult.Done done ->
                "/dispatches/" + done.dispatch().id().value();
            case DispatchResult.Refused(DispatchResult.Reason reason, DispatchId known) ->
                throw Forms.refused(known == null ? back : "/dispatches/" + known.value(), reason.text(words));
            case DispatchResult.Illegal illegal -> throw Forms.refused(back, illegal.text(words));
        };
    }
}
