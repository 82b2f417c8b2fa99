package org.redress.desk.appeal.chain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.appeal.Satisfaction;
import org.redress.desk.ticket.TicketNumber;
import org.redress.ground.identity.Actor;
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

/** The forms in which appeals are recorded and taken from step to step. */
@Controller
@RequestMapping("/appeals")
class AppealMoves {

    /** What the name of a box begins with that names a condition as a reason to refuse. */
    static final String WHY = "why-";

    private final Appeals appeals;
    private final AppealsDesk desk;
    private final Forms forms;

    AppealMoves(Appeals appeals, AppealsDesk desk, Forms forms) {
        this.appeals = appeals;
        this.desk = desk;
        this.forms = forms;
    }

    /** A step as it stands in an address. */
    static String act(AppealStep step) {
        return step.name().toLowerCase(Locale.ROOT);
    }

    @PostMapping
    ModelAndView receive(Actor actor, Words words, @RequestParam Map<String, String> typed) {
        Form form = new Forms.Form(
                actor.bureau().value(), words, AppealNewPage.FORM, typed, words.text("appeal.done.receive"));
        return forms.take(
                form,
                () -> next(
                        appeals.receive(actor, new NewAppeal(ticket(form), form.typed("reference"), grounds(form))),
                        words,
                        "/appeals/new"),
                attempted -> desk.blank(actor, form.typed("ticket"), attempted));
    }

    private static @Nullable TicketNumber ticket(Form form) {
        String typed = form.typed("ticket");
        return typed.isBlank()
                ? null
                : TicketNumber.parse(typed).orElseThrow(() -> Problem.invalid("appeal.ticket", "ticket"));
    }

    private static Appeal.Grounds grounds(Form form) {
        String complained = form.typed("complainedOn");
        return new Appeal.Grounds(
                form.typed("appellant"),
                form.typed("reach"),
                Typed.choice(Dispute.class, form.typed("dispute"), "dispute"),
                form.typed("matter"),
                form.typed("claim"),
                Typed.day(form.typed("occurredOn"), "occurredOn"),
                complained.isBlank() ? null : Typed.day(complained, "complainedOn"),
                Typed.choice(FirstAnswer.class, form.typed("first"), "first"),
                form.ticked("settled"),
                form.ticked("handled"),
                form.ticked("elsewhere"),
                Typed.day(form.typed("receivedOn"), "receivedOn"));
    }

    @PostMapping("/{id}/{act:accept|refuse|forward|reply|mediate|agree|fail|decide|withdraw|ask}")
    ModelAndView move(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam Map<String, String> typed) {
        AppealId appeal = new AppealId(id);
        Form form = new Forms.Form(actor.bureau().value(), words, act, typed, words.text("appeal.done." + act));
        String said = form.typed("words");
        return forms.take(
                form,
                () -> next(
                        switch (act) {
                            case "accept" -> appeals.accept(actor, appeal, version(form), said);
                            case "refuse" -> appeals.refuse(actor, appeal, version(form), why(form), said);
                            case "ask" ->
                                appeals.ask(
                                        actor,
                                        appeal,
                                        version(form),
                                        Typed.choice(Satisfaction.class, form.typed("said"), "said"),
                                        said);
                            default ->
                                appeals.step(
                                        actor,
                                        appeal,
                                        version(form),
                                        AppealStep.valueOf(act.toUpperCase(Locale.ROOT)),
                                        said);
                        },
                        words,
                        "/appeals/" + id),
                attempted -> desk.show(actor, words, appeal, attempted));
    }

    private static List<Condition> why(Form form) {
        return Arrays.stream(Condition.values())
                .filter(one -> form.ticked(WHY + one))
                .toList();
    }

    private static int version(Form form) {
        try {
            return Integer.parseInt(form.typed("version"));
        } catch (NumberFormatException e) {
            throw Problem.invalid("typed.choose", null);
        }
    }

    private static String next(AppealResult result, Words words, String back) {
        return switch (result) {
            case AppealResult.Done done -> "/appeals/" + done.appeal().id().value();
            case AppealResult.Refused refused ->
                throw Forms.refused(back, refused.reason().text(words));
            case AppealResult.Illegal illegal -> throw Forms.refused(back, illegal.text(words));
        };
    }
}
