package org.redress.improve.insight.cases;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.FailureVocabulary;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.improve.insight.Cause;
import org.redress.improve.insight.CauseId;
import org.redress.platform.text.Words;
import org.redress.platform.web.Choice;
import org.redress.platform.web.FormKeys;
import org.redress.platform.web.Notice;
import org.redress.platform.web.Page;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The case base in the browser. */
@Controller
class CasesDesk {

    private static final int PAGE = 30;
    private static final int FOUND = 20;

    /** Where a mark may lead back to. */
    private static final Pattern BACK = Pattern.compile(
            "/(?:tickets/[0-9a-f-]{36}|cases(?:\\?[\\w%&=.+*-]*)?|cases/[0-9a-f-]{36}(?:\\?for=[\\w.-]*)?)");

    private final CaseBase cases;
    private final SimilarParts parts;
    private final SimilarOfTicket ofTicket;
    private final Tickets tickets;
    private final ObjectProvider<FailureVocabulary> vocabulary;
    private final FormKeys keys;

    CasesDesk(
            CaseBase cases,
            SimilarParts parts,
            SimilarOfTicket ofTicket,
            Tickets tickets,
            ObjectProvider<FailureVocabulary> vocabulary,
            FormKeys keys) {
        this.cases = cases;
        this.parts = parts;
        this.ofTicket = ofTicket;
        this.tickets = tickets;
        this.vocabulary = vocabulary;
        this.keys = keys;
    }

    @GetMapping("/cases")
    ModelAndView list(
            Actor actor,
            Words words,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable UUID after) {
        actor.require(Action.READ, "ticket");
        SimilarPart similar = q.isBlank() ? null : parts.of(actor, Asked.words(q, type), FOUND, path(q, type), false);
        CaseBase.Place below = at == null || after == null ? CaseBase.Place.TOP : new CaseBase.Place(at, after);
        List<RecoveryCase> found =
                similar == null ? cases.list(actor, type.isEmpty() ? null : type, below, PAGE + 1) : List.of();
        List<RecoveryCase> shown = found.subList(0, Math.min(PAGE, found.size()));
        Map<CauseId, Cause> tree = parts.tree(actor);
        String next = found.size() <= PAGE
                ? null
                : path("", type) + (type.isEmpty() ? "?" : "&") + "at="
                        + shown.getLast().closedAt() + "&after="
                        + shown.getLast().ticket().value();
        return Page.of(
                "insight/cases",
                new CaseListPage(
                        q,
                        type,
                        types(actor, words),
                        shown.stream()
                                .map(one -> new CaseListPage.Row(one, SimilarParts.name(actor, tree, one)))
                                .toList(),
                        similar,
                        next,
                        actor.zone()));
    }

    private static String path(String q, String type) {
        List<String> parameters = new ArrayList<>();
        if (!q.isBlank()) {
            parameters.add("q=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
        }
        if (!type.isEmpty()) {
            parameters.add("type=" + URLEncoder.encode(type, StandardCharsets.UTF_8));
        }
        return parameters.isEmpty() ? "/cases" : "/cases?" + String.join("&", parameters);
    }

    private List<Choice> types(Actor actor, Words words) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", words.text("case.type.any")));
        vocabulary.stream()
                .flatMap(one -> one.groups(actor).stream())
                .flatMap(group -> group.types().stream())
                .distinct()
                .forEach(type -> choices.add(new Choice(type, SimilarPart.type(type, words))));
        return choices;
    }

    /** For a ticket in its agent's words, while they are typed; without a script the panel's button leads to the list. */
    @GetMapping(value = "/cases/similar", headers = "HX-Request")
    ModelAndView similar(Actor actor, @RequestParam UUID ticket, @RequestParam(defaultValue = "") String q) {
        Asked asked = ofTicket.asked(actor, tickets.get(actor, new TicketId(ticket)), q);
        return Page.of("insight/case-part", parts.of(actor, asked, SimilarParts.OFFERED, "/tickets/" + ticket, false));
    }

    @GetMapping("/cases/{ticket}")
    ModelAndView show(
            Actor actor, @PathVariable UUID ticket, @RequestParam(name = "for", defaultValue = "") String type) {
        TicketId id = new TicketId(ticket);
        RecoveryCase one = cases.get(actor, id);
        String wanted =
                type.isEmpty() && one.failure().type() != null ? one.failure().type() : type;
        return Page.of(
                "insight/case",
                new CasePage(
                        one,
                        SimilarParts.name(actor, parts.tree(actor), one),
                        wanted,
                        cases.marks(actor, id, wanted),
                        actor.may(Action.WRITE, "ticket"),
                        cases.revisions(actor, id).stream()
                                .map(revision -> new CasePage.Written(revision.number(), revision.why(), revision.at()))
                                .toList(),
                        actor.zone()));
    }

    @PostMapping("/cases/{ticket}/mark")
    ModelAndView mark(
            Actor actor,
            Words words,
            @PathVariable UUID ticket,
            @RequestParam String formKey,
            @RequestParam(name = "for", defaultValue = "") String type,
            @RequestParam boolean useful,
            @RequestParam(defaultValue = "") String back) {
        String next = keys.once(actor.bureau().value(), formKey, () -> {
            cases.mark(actor, new TicketId(ticket), type, useful);
            return BACK.matcher(back).matches() ? back : "/cases/" + ticket;
        });
        return Page.then(next, Notice.done(words.text("case.marked")));
    }
}
