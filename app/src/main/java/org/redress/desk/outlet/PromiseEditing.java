package org.redress.desk.outlet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.redress.ground.commitment.Attainments;
import org.redress.ground.commitment.Measure;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.rulebook.Rulebook;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Choice;
import org.redress.platform.web.Forms;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The forms in which promises are drafted, published, changed and withdrawn. */
@Controller
@RequestMapping(PromisesDesk.PATH)
class PromiseEditing {

    private static final String BETWEEN = "/";

    private final Promises promises;
    private final PromisesDesk desk;
    private final PromiseFigures figures;
    private final Attainments attainments;
    private final Rulebook rulebook;
    private final Forms forms;

    PromiseEditing(
            Promises promises,
            PromisesDesk desk,
            PromiseFigures figures,
            Attainments attainments,
            Rulebook rulebook,
            Forms forms) {
        this.promises = promises;
        this.desk = desk;
        this.figures = figures;
        this.attainments = attainments;
        this.rulebook = rulebook;
        this.forms = forms;
    }

    @GetMapping("/new")
    ModelAndView fresh(Actor actor, Words words) {
        return fresh(actor, words, Attempt.NONE);
    }

    private ModelAndView fresh(Actor actor, Words words, Attempt attempt) {
        actor.require(Action.MANAGE, Promises.KIND);
        List<Choice> choices = attainments.measures(actor).stream()
                .map(one -> new Choice(value(one), name(actor, words, one)))
                .toList();
        return Page.of("outlet/new", new PromiseNewPage(choices, attempt));
    }

    @PostMapping
    ModelAndView draft(Actor actor, Words words, @RequestParam Map<String, String> typed) {
        Forms.Form form = new Forms.Form(actor.bureau().value(), words, "new", typed, words.text("promise.done.draft"));
        return forms.take(
                form,
                () -> PromisesDesk.PATH + "/"
                        + promises.draft(actor, form.typed("code").strip(), measure(form.typed("measure")), draft(form))
                                .value(),
                attempt -> fresh(actor, words, attempt));
    }

    @PostMapping("/{id}/{act:publish|change|withdraw}")
    ModelAndView move(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam Map<String, String> typed) {
        PromiseId promise = new PromiseId(id);
        Forms.Form form = new Forms.Form(actor.bureau().value(), words, act, typed, words.text("promise.done." + act));
        return forms.take(
                form,
                () -> {
                    PromiseResult result = switch (act) {
                        case "publish" -> promises.publish(actor, promise, form.version(), date(form.typed("from")));
                        case "change" ->
                            promises.change(actor, promise, form.version(), draft(form), month(form.typed("month")));
                        default -> promises.withdraw(actor, promise, form.version(), form.typed("why"));
                    };
                    String page = PromisesDesk.PATH + "/" + id;
                    return switch (result) {
                        case PromiseResult.Done done -> page;
                        case PromiseResult.Refused refused ->
                            throw Forms.refused(page, refused.reason().text(words));
                    };
                },
                attempt -> desk.show(actor, promise, attempt));
    }

    private static String value(Measure measure) {
        return measure.kind() + BETWEEN + measure.clock() + BETWEEN + measure.rule();
    }

    private String name(Actor actor, Words words, Measure measure) {
        String key = "clock.name." + measure.clock();
        String clock = words.has(key) ? words.text(key) : measure.clock();
        return rulebook.find(actor.bureau(), measure.rule(), figures.today(actor))
                .map(rule -> words.text("promise.measure.of", clock, rule.title(words), rule.value(words)))
                .orElse(clock + " · " + measure.rule());
    }

    private static Measure measure(String typed) {
        String[] parts = typed.split(BETWEEN, -1);
        if (parts.length != 3) {
            throw Problem.invalid("promise.measure", "measure");
        }
        return new Measure(parts[0], parts[1], parts[2]);
    }

    private static PromiseDraft draft(Forms.Form form) {
        return new PromiseDraft(
                form.typed("titleZh"),
                form.typed("titleEn"),
                form.typed("wordsZh"),
                form.typed("wordsEn"),
                target(form.typed("target")));
    }

    private static BigDecimal target(String typed) {
        String figures = typed.strip().replace("%", "");
        if (!figures.matches("\\d{1,3}(\\.\\d{1,6})?")) {
            throw Problem.invalid("promise.target", "target");
        }
        return new BigDecimal(figures);
    }

    private static LocalDate date(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw Problem.invalid("promise.from", "from");
        }
    }

    private static YearMonth month(String typed) {
        try {
            return YearMonth.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw Problem.invalid("promise.month", "month");
        }
    }
}
