package org.redress.desk.recovery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
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

/**
 * Giving and taking back from the ticket's page. The query of an address is that of the list beside the ticket, and comes
 * along on the way back.
 */
@Controller
class RemedyDesk {

    private final Remedies remedies;
    private final FormKeys keys;

    RemedyDesk(Remedies remedies, FormKeys keys) {
        this.remedies = remedies;
        this.keys = keys;
    }

    @PostMapping("/tickets/{id}/remedies")
    ModelAndView give(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String sum,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String why,
            @RequestParam String formKey,
            HttpServletRequest request,
            HttpServletResponse response) {
        RemedyForm form = RemedyForm.sent(kind, sum, note, why);
        TicketId ticket = new TicketId(id);
        String list = query(request.getQueryString());
        try {
            return give(actor, words, ticket, form, formKey, list);
        } catch (Problem refused) {
            if (refused.field() == null) {
                throw refused;
            }
            String said = words.text("problem." + refused.code(), refused.arguments());
            // No fragment: with one the browser would not put the focus on the field at fault.
            String page = "/tickets/" + id + list;
            form.refused(refused.field(), said).sendTo(page, request, response);
            return Page.then(page);
        }
    }

    private ModelAndView give(Actor actor, Words words, TicketId ticket, RemedyForm form, String formKey, String list) {
        RemedyKind kind =
                RemedyKind.ofCode(form.kind()).orElseThrow(() -> Problem.invalid("remedy.kind", "kind", form.kind()));
        Money sum = SumTyped.read(form.sum(), remedies.currency(actor));
        String undo = keys.once(actor.bureau().value(), formKey, () -> {
            RemedyId given = remedies.give(actor, ticket, kind, sum, form.note(), form.why());
            return takeBack(ticket, given, list);
        });
        String name = words.text("remedy.kind." + kind.code());
        String said = sum == null
                ? words.text("remedy.given", name)
                : words.text(
                        waits(actor, ticket, undo, list) ? "remedy.asked.sum" : "remedy.given.sum",
                        name,
                        words.money(sum));
        return Page.then(page(ticket, list), Notice.undoable(said, undo));
    }

    @PostMapping("/tickets/{id}/remedies/{remedy}/take-back")
    ModelAndView takeBack(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @PathVariable UUID remedy,
            @RequestParam String formKey,
            HttpServletRequest request) {
        String page = keys.once(actor.bureau().value(), formKey, () -> {
            remedies.takeBack(actor, new RemedyId(remedy));
            return page(new TicketId(id), query(request.getQueryString()));
        });
        return Page.then(page, Notice.done(words.text("remedy.takenback")));
    }

    /** Whether what was given, which this path takes back, waits for somebody's yes. */
    private boolean waits(Actor actor, TicketId ticket, String undo, String list) {
        return remedies.of(actor, List.of(ticket)).getOrDefault(ticket, List.of()).stream()
                .filter(Remedy::waits)
                .anyMatch(one -> takeBack(ticket, one.id(), list).equals(undo));
    }

    static String give(TicketId ticket, String list) {
        return "/tickets/" + ticket.value() + "/remedies" + list;
    }

    static String takeBack(TicketId ticket, RemedyId remedy, String list) {
        return "/tickets/" + ticket.value() + "/remedies/" + remedy.value() + "/take-back" + list;
    }

    private static String page(TicketId ticket, String list) {
        return "/tickets/" + ticket.value() + list + "#remedies";
    }

    private static String query(@Nullable String query) {
        return query == null || query.isEmpty() ? "" : "?" + query;
    }
}
