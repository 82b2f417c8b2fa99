package org.redress.desk.recovery;

import java.util.UUID;
import org.joda.money.Money;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.redress.platform.web.FormKeys;
import org.redress.platform.web.Notice;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Giving and taking back from the ticket's page. */
@Controller
class RemedyDesk {

    private final Remedies remedies;
    private final FormKeys keys;

    RemedyDesk(Remedies remedies, FormKeys keys) {
        this.remedies = remedies;
        this.keys = keys;
    }

    static String path(TicketId ticket) {
        return "/tickets/" + ticket.value() + "/remedies";
    }

    @PostMapping("/tickets/{id}/remedies")
    ModelAndView give(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String sum,
            @RequestParam(defaultValue = "") String note,
            @RequestParam String formKey) {
        TicketId ticket = new TicketId(id);
        RemedyKind wanted = RemedyKind.ofCode(kind).orElseThrow(() -> Problem.invalid("remedy.kind", "kind", kind));
        Money money = SumTyped.read(sum, remedies.currency(actor));
        String undo = keys.once(
                actor.bureau().value(),
                formKey,
                () -> path(ticket) + "/"
                        + remedies.give(actor, ticket, wanted, money, note).value() + "/take-back");
        String name = words.text("remedy.kind." + wanted.code());
        String said = money == null
                ? words.text("remedy.given", name)
                : words.text("remedy.given.sum", name, words.money(money));
        return Page.then("/tickets/" + id, Notice.undoable(said, undo));
    }

    @PostMapping("/tickets/{id}/remedies/{remedy}/take-back")
    ModelAndView takeBack(
            Actor actor, Words words, @PathVariable UUID id, @PathVariable UUID remedy, @RequestParam String formKey) {
        String ticket = "/tickets/" + id;
        keys.once(actor.bureau().value(), formKey, () -> {
            remedies.takeBack(actor, new RemedyId(remedy));
            return ticket;
        });
        return Page.then(ticket, Notice.done(words.text("remedy.takenback")));
    }
}
