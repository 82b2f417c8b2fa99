package org.redress.desk.ticket.workplace;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Attribution;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Consent;
import org.redress.desk.ticket.Diagnosis;
import org.redress.desk.ticket.FailureKind;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Tickets;
import org.redress.desk.ticket.Verdict;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.redress.platform.web.Notice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The forms that say something about a ticket: what failed, what was answered, what was done, what colleagues should know. */
@Controller
@RequestMapping("/tickets/{id}")
class WordForms {

    private final Tickets tickets;
    private final Submissions submissions;

    WordForms(Tickets tickets, Submissions submissions) {
        this.tickets = tickets;
        this.submissions = submissions;
    }

    @PostMapping("/classify")
    ModelAndView classify(
            Actor actor,
            Words words,
            DeskAddress address,
            Sent sent,
            @RequestParam(defaultValue = "") String failureType,
            @RequestParam(required = false) @Nullable FailureKind failureKind,
            @RequestParam(required = false) @Nullable Attribution attribution,
            @RequestParam(defaultValue = "") String kindEvidence,
            @RequestParam(defaultValue = "") String attributionEvidence) {
        return submissions.take(
                form(
                        actor,
                        words,
                        address,
                        sent,
                        Act.CLASSIFY.form(),
                        Map.of(
                                "failureType", failureType,
                                "failureKind", failureKind == null ? "" : failureKind.name(),
                                "attribution", attribution == null ? "" : attribution.name(),
                                "kindEvidence", kindEvidence,
                                "attributionEvidence", attributionEvidence)),
                () -> tickets.classify(
                        actor,
                        sent.ticket(),
                        sent.version(),
                        failureType,
                        new Diagnosis(failureKind, kindEvidence, attribution, attributionEvidence)),
                Notice.done(words.text("ticket.done.classify", Types.name(words, failureType))));
    }

    @PostMapping("/answer")
    ModelAndView answer(
            Actor actor,
            Words words,
            DeskAddress address,
            Sent sent,
            @RequestParam Channel by,
            @RequestParam(defaultValue = "") String text) {
        return submissions.take(
                form(actor, words, address, sent, Act.ANSWER.form(), Map.of("by", by.name(), "text", text)),
                () -> tickets.answer(actor, sent.ticket(), sent.version(), by, text),
                Notice.done(words.text("ticket.done.answer")));
    }

    @PostMapping("/settle")
    ModelAndView settle(
            Actor actor, Words words, DeskAddress address, Sent sent, @RequestParam(defaultValue = "") String text) {
        return submissions.take(
                form(actor, words, address, sent, Act.SETTLE.form(), Map.of("text", text)),
                () -> tickets.settle(actor, sent.ticket(), sent.version(), text),
                Notice.done(words.text("ticket.done.settle")));
    }

    @PostMapping("/find")
    ModelAndView find(
            Actor actor,
            Words words,
            DeskAddress address,
            Sent sent,
            @RequestParam Verdict verdict,
            @RequestParam(defaultValue = "") String reason) {
        return submissions.take(
                form(actor, words, address, sent, Act.FIND.form(), Map.of("verdict", verdict.name(), "reason", reason)),
                () -> tickets.find(actor, sent.ticket(), sent.version(), verdict, reason),
                Notice.done(words.text("ticket.done.find", words.text("ticket.verdict." + verdict.name()))));
    }

    @PostMapping("/consent")
    ModelAndView consent(Actor actor, Words words, DeskAddress address, Sent sent, @RequestParam Consent consent) {
        return submissions.take(
                form(actor, words, address, sent, Act.CONSENT.form(), Map.of("consent", consent.name())),
                () -> tickets.consent(actor, sent.ticket(), sent.version(), consent),
                Notice.done(words.text("ticket.done.consent")));
    }

    /** A note overtakes nobody, so it asks for no version. */
    @PostMapping("/note")
    ModelAndView note(
            Actor actor, Words words, DeskAddress address, Sent sent, @RequestParam(defaultValue = "") String text) {
        return submissions.take(
                form(actor, words, address, sent, "note", Map.of("text", text)),
                () -> {
                    tickets.note(actor, sent.ticket(), text);
                    return new StepResult.Done(tickets.get(actor, sent.ticket()));
                },
                Notice.done(words.text("ticket.done.note")));
    }

    private static Submissions.Form form(
            Actor actor, Words words, DeskAddress address, Sent sent, String name, Map<String, String> typed) {
        return new Submissions.Form(actor, words, address, sent, name, typed);
    }
}
