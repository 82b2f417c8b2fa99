package org.redress.improve.insight;

import java.util.Map;
import java.util.UUID;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.UnitId;
import org.redress.improve.insight.lesson.Lessons;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Forms;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asks units to learn from a failure, and takes what they did with it. */
@Controller
class LessonDesk {

    private final Lessons lessons;
    private final PreventionPages pages;
    private final Forms forms;

    LessonDesk(Lessons lessons, PreventionPages pages, Forms forms) {
        this.lessons = lessons;
        this.pages = pages;
        this.forms = forms;
    }

    @PostMapping("/actions/{id}/lessons")
    ModelAndView ask(Actor actor, Words words, @PathVariable UUID id, @RequestParam Map<String, String> typed) {
        Forms.Form form =
                new Forms.Form(actor.bureau().value(), words, "lesson", typed, words.text("lesson.asked.before"));
        return forms.tell(
                form,
                () -> {
                    boolean told = lessons.ask(actor, new PreventionId(id), unit(form.typed("unit")))
                            .isPresent();
                    return new Forms.Taken(place(id), words.text(told ? "lesson.asked" : "lesson.asked.nobody"));
                },
                attempt -> again(actor, form, id, attempt));
    }

    private static UnitId unit(String typed) {
        try {
            return new UnitId(UUID.fromString(typed));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("lesson.unit", "unit");
        }
    }

    @PostMapping("/actions/{id}/lessons/{unit}")
    ModelAndView learned(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @PathVariable UUID unit,
            @RequestParam Map<String, String> typed) {
        Forms.Form form =
                new Forms.Form(actor.bureau().value(), words, unit.toString(), typed, words.text("lesson.saved"));
        return forms.take(
                form,
                () -> {
                    lessons.learned(actor, new PreventionId(id), new UnitId(unit), form.typed("how"));
                    return place(id);
                },
                attempt -> again(actor, form, id, attempt));
    }

    private static String place(UUID id) {
        return "/actions/" + id + "#lessons";
    }

    private ModelAndView again(Actor actor, Forms.Form form, UUID id, Attempt attempt) {
        return Page.of("insight/action", pages.page(actor, form.words(), new PreventionId(id), attempt));
    }
}
