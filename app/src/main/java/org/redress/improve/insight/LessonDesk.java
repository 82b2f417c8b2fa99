package org.redress.improve.insight;

import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.UnitId;
import org.redress.improve.insight.lesson.Lessons;
import org.redress.platform.text.Words;
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
        return take(
                actor,
                id,
                new Forms.Form(actor.bureau().value(), words, "lesson", typed, words.text("lesson.asked")),
                form -> lessons.ask(actor, new PreventionId(id), unit(form.typed("unit"))));
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
        return take(
                actor,
                id,
                new Forms.Form(actor.bureau().value(), words, unit.toString(), typed, words.text("lesson.saved")),
                form -> lessons.learned(actor, new PreventionId(id), new UnitId(unit), form.typed("how")));
    }

    private ModelAndView take(Actor actor, UUID id, Forms.Form form, Consumer<Forms.Form> change) {
        return forms.take(
                form,
                () -> {
                    change.accept(form);
                    return "/actions/" + id + "#lessons";
                },
                attempt -> Page.of("insight/action", pages.page(actor, form.words(), new PreventionId(id), attempt)));
    }
}
