package org.redress.desk.ticket.workplace;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.Tickets;
import org.redress.desk.ticket.Transfers;
import org.redress.desk.ticket.Without;
import org.redress.ground.commitment.PauseReason;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.redress.platform.text.Words;
import org.redress.platform.web.Notice;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The forms that move a ticket along its states or to another person. */
@Controller
@RequestMapping("/tickets/{id}")
class StepForms {

    private final Tickets tickets;
    private final Transfers transfers;
    private final Submissions submissions;

    StepForms(Tickets tickets, Transfers transfers, Submissions submissions) {
        this.tickets = tickets;
        this.transfers = transfers;
        this.submissions = submissions;
    }

    @PostMapping("/take")
    ModelAndView take(Actor actor, Words words, DeskAddress address, Sent sent) {
        return submissions.take(
                new Submissions.Form(actor, words, address, sent, Act.TAKE.form(), Map.of()),
                () -> tickets.take(actor, sent.ticket()),
                Notice.done(words.text("ticket.done.take")));
    }

    @PostMapping("/{step:start|resume|resolve|reopen|reject|cancel}")
    ModelAndView step(
            Actor actor,
            Words words,
            DeskAddress address,
            Sent sent,
            @PathVariable String step,
            @RequestParam(defaultValue = "") String reason) {
        Step wanted = Step.valueOf(step.toUpperCase(Locale.ROOT));
        return submissions.take(
                new Submissions.Form(actor, words, address, sent, step, Map.of("reason", reason)),
                () -> tickets.step(actor, sent.ticket(), sent.version(), wanted, reason),
                Notice.done(words.text("ticket.done." + step)));
    }

    @PostMapping("/hold")
    ModelAndView hold(
            Actor actor,
            Words words,
            DeskAddress address,
            Sent sent,
            @RequestParam PauseReason pause,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason) {
        return submissions.take(
                new Submissions.Form(
                        actor,
                        words,
                        address,
                        sent,
                        Act.HOLD.form(),
                        Map.of("pause", pause.name(), "until", until, "reason", reason)),
                () -> tickets.hold(
                        actor, sent.ticket(), sent.version(), pause, reason, moment(pause, until, actor.zone())),
                Notice.undoable(words.text("ticket.done.hold"), undo(address, sent)));
    }

    @PostMapping("/close")
    ModelAndView close(
            Actor actor,
            Words words,
            DeskAddress address,
            Sent sent,
            @RequestParam(defaultValue = "") String withoutAnswer,
            @RequestParam(defaultValue = "") String withoutSettlement,
            @RequestParam(defaultValue = "") String withoutControl) {
        return submissions.take(
                new Submissions.Form(
                        actor,
                        words,
                        address,
                        sent,
                        Act.CLOSE.form(),
                        Map.of(
                                "withoutAnswer",
                                withoutAnswer,
                                "withoutSettlement",
                                withoutSettlement,
                                "withoutControl",
                                withoutControl)),
                () -> tickets.close(
                        actor,
                        sent.ticket(),
                        sent.version(),
                        new Without(withoutAnswer, withoutSettlement, withoutControl)),
                Notice.done(words.text("ticket.done.close")));
    }

    @PostMapping("/assign")
    ModelAndView assign(
            Actor actor,
            Words words,
            DeskAddress address,
            Sent sent,
            @RequestParam UUID to,
            @RequestParam(defaultValue = "") String reason) {
        return submissions.take(
                new Submissions.Form(
                        actor, words, address, sent, Act.ASSIGN.form(), Map.of("to", to.toString(), "reason", reason)),
                () -> transfers.offer(actor, sent.ticket(), sent.version(), new StaffId(to), reason),
                Notice.done(words.text("ticket.done.assign")));
    }

    @PostMapping("/accept")
    ModelAndView accept(Actor actor, Words words, DeskAddress address, Sent sent) {
        return submissions.take(
                new Submissions.Form(actor, words, address, sent, "accept", Map.of()),
                () -> transfers.accept(actor, sent.ticket()),
                Notice.done(words.text("ticket.done.takeover")));
    }

    @PostMapping("/refuse")
    ModelAndView refuse(
            Actor actor, Words words, DeskAddress address, Sent sent, @RequestParam(defaultValue = "") String reason) {
        return submissions.take(
                new Submissions.Form(actor, words, address, sent, "refuse", Map.of("reason", reason)),
                () -> transfers.refuse(actor, sent.ticket(), reason),
                Notice.done(words.text("ticket.done.refuse")));
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(Actor actor, Words words, DeskAddress address, Sent sent) {
        return submissions.take(
                new Submissions.Form(actor, words, address, sent, "withdraw", Map.of()),
                () -> transfers.withdraw(actor, sent.ticket()),
                Notice.done(words.text("ticket.done.withdraw")));
    }

    private static @Nullable Instant moment(PauseReason pause, String typed, ZoneId zone) {
        if (pause != PauseReason.APPOINTMENT || typed.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(typed.strip()).atZone(zone).toInstant();
        } catch (DateTimeParseException unreadable) {
            throw Problem.invalid("ticket.appointment.unreadable", "until");
        }
    }

    /** A change counts the version up by one, so the way back is known before it is made. */
    private static String undo(DeskAddress address, Sent sent) {
        String way = address.form(sent.ticket(), Act.RESUME.form());
        return way + (way.indexOf('?') < 0 ? "?" : "&") + "version=" + (sent.version() + 1);
    }
}
