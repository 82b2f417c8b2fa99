package org.redress.desk.ticket.workplace;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.redress.platform.web.FormKeys;
import org.redress.platform.web.Notice;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Takes a new contact at the desk. */
@Controller
class NewTickets {

    private final Tickets tickets;
    private final FormKeys keys;
    private final Clock clock;

    NewTickets(Tickets tickets, FormKeys keys, Clock clock) {
        this.tickets = tickets;
        this.keys = keys;
        this.clock = clock;
    }

    @GetMapping("/desk/new")
    ModelAndView empty(Actor actor) {
        actor.require(Action.WRITE, "ticket");
        return Page.of("ticket/new", page(actor, NewTicketForm.EMPTY, Map.of()));
    }

    @PostMapping("/desk/new")
    ModelAndView open(Actor actor, Words words, NewTicketForm form, @RequestParam String formKey) {
        Instant now = clock.instant();
        Map<String, String> faults = form.faults(words, actor.zone(), now);
        if (!faults.isEmpty()) {
            return again(actor, form, faults);
        }
        try {
            String next = keys.once(actor.bureau().value(), formKey, () -> {
                Ticket opened = tickets.open(actor, form.matter(actor.zone(), actor.region()));
                return DeskAddress.START.ticket(opened.id());
            });
            return Page.then(next, Notice.done(words.text("ticket.done.open")));
        } catch (Problem problem) {
            if (problem.status() != HttpStatus.UNPROCESSABLE_CONTENT) {
                throw problem;
            }
            String field = Objects.requireNonNullElse(problem.field(), "text");
            return again(actor, form, Map.of(field, words.text("problem." + problem.code(), problem.arguments())));
        }
    }

    private ModelAndView again(Actor actor, NewTicketForm form, Map<String, String> faults) {
        return Page.of("ticket/new", page(actor, form, faults), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private NewTicketPage page(Actor actor, NewTicketForm form, Map<String, String> faults) {
        LocalDateTime latest = LocalDateTime.ofInstant(clock.instant(), actor.zone());
        return new NewTicketPage(
                form, faults, latest.truncatedTo(ChronoUnit.MINUTES).toString());
    }
}
