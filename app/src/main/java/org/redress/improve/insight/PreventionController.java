package org.redress.improve.insight;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.FormKeys;
import org.redress.platform.web.Notice;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Preventive actions in the browser. */
@Controller
class PreventionController {

    private final Preventions preventions;
    private final PreventionPages pages;
    private final FormKeys keys;

    PreventionController(Preventions preventions, PreventionPages pages, FormKeys keys) {
        this.preventions = preventions;
        this.pages = pages;
        this.keys = keys;
    }

    @GetMapping("/actions")
    ModelAndView list(
            Actor actor,
            Words words,
            @RequestParam(defaultValue = "open") String show,
            @RequestParam(required = false) @Nullable Integer below) {
        return Page.of("insight/actions", pages.list(actor, words, PreventionShow.ofSlug(show), below));
    }

    @GetMapping("/actions/new")
    ModelAndView blank(Actor actor, Words words, @ModelAttribute PreventionForm form) {
        return Page.of("insight/action-form", pages.form(actor, words, form, null));
    }

    @PostMapping("/actions")
    ModelAndView open(Actor actor, Words words, @RequestParam String formKey, @ModelAttribute PreventionForm form) {
        try {
            String next = keys.once(actor.bureau().value(), formKey, () -> path(preventions.open(actor, form.read())));
            return Page.then(next, Notice.done(words.text("prevention.opened")));
        } catch (Problem problem) {
            return again(problem, pages.form(actor, words, form, problem));
        }
    }

    @GetMapping("/actions/{id}")
    ModelAndView show(Actor actor, Words words, @PathVariable UUID id) {
        return Page.of("insight/action", pages.page(actor, words, new PreventionId(id), Attempt.NONE));
    }

    @GetMapping("/actions/{id}/edit")
    ModelAndView edit(Actor actor, Words words, @PathVariable UUID id) {
        Prevention one = preventions.get(actor, new PreventionId(id));
        return Page.of(
                "insight/action-form", pages.form(actor, words, one, one.version(), PreventionForm.of(one), null));
    }

    @PostMapping("/actions/{id}")
    ModelAndView revise(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @RequestParam String formKey,
            @RequestParam int version,
            @ModelAttribute PreventionForm form) {
        PreventionId action = new PreventionId(id);
        try {
            String next = keys.once(
                    actor.bureau().value(),
                    formKey,
                    () -> done(preventions.revise(actor, action, version, form.read())));
            return Page.then(next, Notice.done(words.text("prevention.done.revise")));
        } catch (Problem problem) {
            return again(problem, pages.form(actor, words, preventions.get(actor, action), version, form, problem));
        }
    }

    @PostMapping("/actions/{id}/{step:start|effect|finish|stop}")
    ModelAndView step(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @PathVariable String step,
            @RequestParam String formKey,
            @RequestParam int version,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate effective,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) @Nullable Verdict stated) {
        PreventionId action = new PreventionId(id);
        String next = keys.once(
                actor.bureau().value(),
                formKey,
                () -> done(
                        switch (step) {
                            case "start" -> preventions.start(actor, action, version);
                            case "effect" -> preventions.takeEffect(actor, action, version, day(effective));
                            case "finish" -> preventions.finish(actor, action, version, note, stated);
                            default -> preventions.stop(actor, action, version, note);
                        }));
        return Page.then(next, Notice.done(words.text("prevention.done." + step)));
    }

    private static LocalDate day(@Nullable LocalDate given) {
        if (given == null) {
            throw Problem.invalid("prevention.due", "effective");
        }
        return given;
    }

    /** The path of what was changed; a refusal undoes the form's key and is shown as a problem. */
    private static String done(PreventionResult result) {
        return switch (result) {
            case PreventionResult.Done done -> path(done.prevention().id());
            case PreventionResult.Refused refused -> throw Problem.conflict(refused.reason());
            case PreventionResult.Stale stale ->
                throw Problem.conflict("prevention.stale", stale.now().spoken());
        };
    }

    private static String path(PreventionId id) {
        return "/actions/" + id.value();
    }

    /** The form comes back with what was typed, where a field can be named. */
    private static ModelAndView again(Problem problem, PreventionFormPage page) {
        if (problem.field() == null) {
            throw problem;
        }
        return Page.of("insight/action-form", page, problem.status());
    }
}
