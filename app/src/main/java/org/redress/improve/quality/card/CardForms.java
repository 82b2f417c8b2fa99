package org.redress.improve.quality.card;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.platform.text.Words;
import org.redress.platform.web.Forms;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The forms in which cards are proposed, answered, decided and appealed against. */
@Controller
@RequestMapping("/cards")
class CardForms {

    private final QualityCards cards;
    private final CardsDesk desk;
    private final Forms forms;

    CardForms(QualityCards cards, CardsDesk desk, Forms forms) {
        this.cards = cards;
        this.desk = desk;
        this.forms = forms;
    }

    @PostMapping
    ModelAndView propose(Actor actor, Words words, @RequestParam Map<String, String> typed) {
        Forms.Form form =
                new Forms.Form(actor.bureau().value(), words, "propose", typed, words.text("card.done.propose"));
        TicketId ticket = new TicketId(id(form.typed("ticket"), "ticket"));
        return forms.take(
                form,
                () -> {
                    String person = form.typed("staff");
                    NewCard wish = new NewCard(
                            ticket,
                            new UnitId(id(form.typed("unit"), "unit")),
                            person.isEmpty() ? null : new StaffId(id(person, "staff")),
                            form.typed("words"));
                    return next(cards.propose(actor, wish), words, "/cards/due");
                },
                attempted -> desk.blank(actor, words, ticket, attempted));
    }

    @PostMapping("/{id}/{act:state|withdraw|decide|appeal|judge}")
    ModelAndView move(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam Map<String, String> typed) {
        CardId card = new CardId(id);
        Forms.Form form = new Forms.Form(actor.bureau().value(), words, act, typed, words.text("card.done." + act));
        String said = form.typed("words");
        return forms.take(
                form,
                () -> next(
                        switch (act) {
                            case "state" -> cards.state(actor, card, said);
                            case "withdraw" -> cards.withdraw(actor, card, said);
                            case "decide" -> cards.decide(actor, card, severity(form), said);
                            case "appeal" -> cards.appeal(actor, card, said);
                            default -> cards.decideAppeal(actor, card, severity(form), said);
                        },
                        words,
                        "/cards/" + id),
                attempted -> desk.show(actor, words, card, attempted));
    }

    /** Null where it is none. */
    private static @Nullable Severity severity(Forms.Form form) {
        String chosen = form.typed("severity");
        if (chosen.equals("none")) {
            return null;
        }
        for (Severity one : Severity.values()) {
            if (one.name().equals(chosen)) {
                return one;
            }
        }
        throw Problem.invalid("card.severity", "severity");
    }

    private static String next(CardResult result, Words words, String back) {
        return switch (result) {
            case CardResult.Done done -> "/cards/" + done.card().id().value();
            case CardResult.Refused refused ->
                throw Forms.refused(back, refused.reason().text(words));
            case CardResult.Illegal illegal -> throw Forms.refused(back, illegal.text(words));
        };
    }

    private static UUID id(String typed, String field) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("typed.choose", field);
        }
    }
}
