package org.redress.desk.ticket.workplace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.JoinProposal;
import org.redress.desk.ticket.JoinResult;
import org.redress.desk.ticket.JoinedAnswers;
import org.redress.desk.ticket.Joins;
import org.redress.desk.ticket.SeenTickets;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketNumber;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.redress.platform.web.FormKeys;
import org.redress.platform.web.Notice;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The forms that make several tickets one matter, and take that back. */
@Controller
class JoinForms {

    private final Joins joins;
    private final JoinedAnswers answers;
    private final Tickets tickets;
    private final Submissions submissions;
    private final FormKeys keys;

    JoinForms(Joins joins, JoinedAnswers answers, Tickets tickets, Submissions submissions, FormKeys keys) {
        this.joins = joins;
        this.answers = answers;
        this.tickets = tickets;
        this.submissions = submissions;
        this.keys = keys;
    }

    /** Joins a ticket to the one whose number was typed. */
    @PostMapping("/tickets/{id}/join")
    ModelAndView join(
            Actor actor, Words words, DeskAddress address, Sent sent, @RequestParam(defaultValue = "") String number) {
        Map<String, String> typed = Map.of("number", number);
        Submissions.Form form = new Submissions.Form(actor, words, address, sent, "join", typed);
        return submissions.run(
                form,
                () -> {
                    Ticket lead = TicketNumber.parse(number)
                            .flatMap(parsed -> tickets.find(actor, parsed))
                            .orElseThrow(() -> Problem.invalid("ticket.number.unknown", "number", number));
                    return joins.join(actor, sent.ticket(), lead.id(), null) instanceof JoinResult.Refused refused
                            ? Optional.of(Attempt.refused("join", typed, refused.reason(), words))
                            : Optional.empty();
                },
                Notice.undoable(words.text("ticket.done.join"), undo(List.of(sent.ticket()), address)));
    }

    /** Answers everybody of the matter who has had no answer, each about their own ticket. */
    @PostMapping("/tickets/{id}/answer-all")
    ModelAndView answerAll(
            Actor actor,
            Words words,
            DeskAddress address,
            Sent sent,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String text) {
        Map<String, String> typed = Map.of("text", text);
        return submissions.run(
                new Submissions.Form(actor, words, address, sent, "answer-all", typed),
                () -> switch (answers.answer(actor, sent.ticket(), SeenTickets.parse(seen), text)) {
                    case JoinedAnswers.Overtaken overtaken ->
                        Optional.of(Attempt.overtaken("answer-all", typed, sent.version()));
                    case JoinedAnswers.Sent answered ->
                        answered.answered().isEmpty()
                                ? Optional.of(Attempt.refused("answer-all", typed, "ticket.answerall.nobody", words))
                                : Optional.empty();
                },
                Notice.done(words.text("ticket.done.answerall")));
    }

    @PostMapping("/tickets/{id}/part")
    ModelAndView part(Actor actor, Words words, DeskAddress address, Sent sent) {
        Submissions.Form form = new Submissions.Form(actor, words, address, sent, "part", Map.of());
        return submissions.run(
                form,
                () -> {
                    joins.part(actor, sent.ticket(), null);
                    return Optional.empty();
                },
                Notice.done(words.text("ticket.done.part")));
    }

    /**
     * Takes a proposal.
     *
     * @param ticket the ticket whose page it was taken on, to come back to; null on the page of proposals
     */
    @PostMapping("/desk/joins/accept")
    ModelAndView accept(
            Actor actor,
            Words words,
            DeskAddress address,
            @RequestParam UUID lead,
            @RequestParam JoinProposal.Reason reason,
            @RequestParam List<UUID> joining,
            @RequestParam(required = false) @Nullable UUID ticket,
            @RequestParam String formKey) {
        List<TicketId> joined = joining.stream().map(TicketId::new).toList();
        AtomicReference<Notice> notice = new AtomicReference<>(
                Notice.undoable(words.text("ticket.done.accept", joined.size() + 1), undo(joined, address)));
        String next = keys.once(actor.bureau().value(), formKey, () -> {
            if (joins.accept(actor, new TicketId(lead), reason) instanceof JoinResult.Refused refused) {
                notice.set(Notice.refused(words.text(refused.reason())));
            }
            return back(address, ticket);
        });
        return Page.then(next, notice.get());
    }

    @PostMapping("/desk/joins/dismiss")
    ModelAndView dismiss(
            Actor actor,
            Words words,
            DeskAddress address,
            @RequestParam UUID lead,
            @RequestParam JoinProposal.Reason reason,
            @RequestParam(required = false) @Nullable UUID ticket,
            @RequestParam String formKey) {
        String next = keys.once(actor.bureau().value(), formKey, () -> {
            joins.dismiss(actor, new TicketId(lead), reason);
            return back(address, ticket);
        });
        return Page.then(next, Notice.done(words.text("ticket.done.dismiss")));
    }

    /** Takes a joining back: each ticket stands by itself again. */
    @PostMapping("/desk/joins/undo")
    ModelAndView undo(
            Actor actor,
            Words words,
            DeskAddress address,
            @RequestParam List<UUID> joined,
            @RequestParam String formKey) {
        String next = keys.once(actor.bureau().value(), formKey, () -> {
            joined.forEach(id -> joins.part(actor, new TicketId(id), null));
            return address.ticket(new TicketId(joined.getFirst()));
        });
        return Page.then(next, Notice.done(words.text("ticket.done.part")));
    }

    private static String back(DeskAddress address, @Nullable UUID ticket) {
        return ticket == null ? "/desk/joins" : address.ticket(new TicketId(ticket));
    }

    private static String undo(List<TicketId> joined, DeskAddress address) {
        String way = address.joins("undo");
        return way
                + (way.indexOf('?') < 0 ? "?" : "&")
                + joined.stream().map(id -> "joined=" + id.value()).collect(Collectors.joining("&"));
    }
}
