package org.redress.desk.dispute.page;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.redress.desk.dispute.Claim;
import org.redress.desk.dispute.ClaimId;
import org.redress.desk.dispute.ClaimResult;
import org.redress.desk.dispute.Disputes;
import org.redress.desk.dispute.Evidence;
import org.redress.desk.dispute.ItemId;
import org.redress.desk.dispute.Mark;
import org.redress.desk.dispute.Reason;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Forms;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The forms in which items are marked, proved, decided, and the customer is told. */
@Controller
@RequestMapping(DisputesDesk.PATH + "/{ticket}")
class DisputeForms {

    private static final String ITEM = "item-";

    private final Disputes disputes;
    private final DisputePages pages;
    private final Tickets tickets;
    private final Forms forms;

    DisputeForms(Disputes disputes, DisputePages pages, Tickets tickets, Forms forms) {
        this.disputes = disputes;
        this.pages = pages;
        this.tickets = tickets;
        this.forms = forms;
    }

    @PostMapping("/mark")
    ModelAndView mark(Actor actor, Words words, @PathVariable UUID ticket, @RequestParam Map<String, String> typed) {
        Forms.Form form = new Forms.Form(actor.bureau().value(), words, "mark", typed, words.text("dispute.done.mark"));
        TicketId id = new TicketId(ticket);
        return take(actor, form, id, () -> disputes.mark(actor, id, marks(typed)));
    }

    private static List<Mark> marks(Map<String, String> typed) {
        return typed.keySet().stream()
                .filter(name -> name.startsWith(ITEM))
                .map(name -> name.substring(ITEM.length()))
                .map(item -> new Mark(
                        new ItemId(uuid(item)),
                        choice(Reason.class, typed.getOrDefault("reason-" + item, ""), "reason-" + item),
                        typed.getOrDefault("words-" + item, "")))
                .toList();
    }

    @PostMapping("/{claim}/{act:prove|recast|operator|customer|take-back}")
    ModelAndView move(
            Actor actor,
            Words words,
            @PathVariable UUID ticket,
            @PathVariable UUID claim,
            @PathVariable String act,
            @RequestParam Map<String, String> typed) {
        Forms.Form form = new Forms.Form(
                actor.bureau().value(), words, act + "-" + claim, typed, words.text("dispute.done." + act));
        ClaimId id = new ClaimId(claim);
        TicketId of = new TicketId(ticket);
        return take(actor, form, of, () -> act(actor, act, known(actor, of, id), form));
    }

    private ClaimResult act(Actor actor, String act, Claim claim, Forms.Form form) {
        String why = form.typed("why");
        return switch (act) {
            case "prove" ->
                disputes.prove(
                        actor,
                        claim.id(),
                        form.version(),
                        choice(Evidence.Kind.class, form.typed("kind"), "kind"),
                        form.typed("words"),
                        form.typed("reference"));
            case "recast" ->
                disputes.recast(
                        actor, claim.id(), form.version(), choice(Reason.class, form.typed("reason"), "reason"), why);
            case "operator" -> disputes.decideForOperator(actor, claim.id(), form.version(), why);
            case "customer" ->
                disputes.decideForCustomer(
                        actor,
                        claim.id(),
                        form.version(),
                        PartTyped.read(form.typed(PartTyped.FIELD), claim.sum().getCurrencyUnit()),
                        why);
            default -> disputes.takeBack(actor, claim.id(), form.version(), why);
        };
    }

    private Claim known(Actor actor, TicketId ticket, ClaimId id) {
        return disputes.of(actor, ticket).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.absent("dispute.absent"));
    }

    /** Tells the customer what became of the items, as any answer is told. */
    @PostMapping("/answer")
    ModelAndView answer(Actor actor, Words words, @PathVariable UUID ticket, @RequestParam Map<String, String> typed) {
        Forms.Form form =
                new Forms.Form(actor.bureau().value(), words, "answer", typed, words.text("dispute.done.answer"));
        TicketId id = new TicketId(ticket);
        String page = DisputesDesk.PATH + "/" + ticket;
        return forms.take(
                form,
                () -> {
                    Channel channel = choice(Channel.class, form.typed("channel"), "channel");
                    return switch (tickets.answer(actor, id, form.version(), channel, form.typed("text"))) {
                        case StepResult.Done done ->
                            "/tickets/" + done.ticket().id().value();
                        case StepResult.Refused refused ->
                            throw Forms.refused(
                                    page,
                                    refused.reasons().stream().map(words::text).collect(Collectors.joining(" ")));
                        case StepResult.Stale stale -> throw Forms.refused(page, ClaimResult.Why.MOVED.text(words));
                    };
                },
                attempt -> back(actor, id, attempt));
    }

    private ModelAndView take(Actor actor, Forms.Form form, TicketId ticket, Supplier<ClaimResult> change) {
        String page = DisputesDesk.PATH + "/" + ticket.value();
        return forms.take(
                form,
                () -> switch (change.get()) {
                    case ClaimResult.Done done -> page;
                    case ClaimResult.Refused refused ->
                        throw Forms.refused(page, refused.why().text(form.words()));
                },
                attempt -> back(actor, ticket, attempt));
    }

    private ModelAndView back(Actor actor, TicketId ticket, Attempt attempt) {
        String bill = attempt.typed().getOrDefault("bill", "");
        DisputePages.Look look = bill.isEmpty() ? DisputePages.Look.PLAIN : new DisputePages.Look(uuid(bill), 0, false);
        return Page.of("dispute/dispute", pages.of(actor, ticket, look, attempt));
    }

    private static UUID uuid(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw Problem.absent("dispute.absent");
        }
    }

    private static <E extends Enum<E>> E choice(Class<E> of, String typed, String field) {
        try {
            return Enum.valueOf(of, typed);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("dispute.choose", field);
        }
    }
}
