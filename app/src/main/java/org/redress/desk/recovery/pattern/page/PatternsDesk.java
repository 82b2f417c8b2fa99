package org.redress.desk.recovery.pattern.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.pattern.Pattern;
import org.redress.desk.recovery.pattern.PatternCase;
import org.redress.desk.recovery.pattern.PatternId;
import org.redress.desk.recovery.pattern.Patterns;
import org.redress.desk.recovery.pattern.ReviewResult;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.party.Customers;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
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

/** Patterns that somebody should look at, and what was said of them. */
@Controller
@RequestMapping(PatternsDesk.PATH)
class PatternsDesk {

    static final String PATH = "/patterns";

    private static final int LENGTH = 50;

    private final Patterns patterns;
    private final Staff staff;
    private final Customers customers;
    private final Forms forms;

    PatternsDesk(Patterns patterns, Staff staff, Customers customers, Forms forms) {
        this.patterns = patterns;
        this.staff = staff;
        this.customers = customers;
        this.forms = forms;
    }

    @GetMapping
    ModelAndView list(
            Actor actor,
            @RequestParam(defaultValue = "open") String view,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable UUID id) {
        boolean open = !view.equals("reviewed");
        List<Pattern> found = patterns.list(actor, open, at, id, LENGTH + 1);
        List<Pattern> shown = found.stream().limit(LENGTH).toList();
        String next = found.size() > LENGTH
                ? PATH + "?view=" + (open ? "open" : "reviewed") + "&at="
                        + shown.getLast().foundAt() + "&id="
                        + shown.getLast().id().value()
                : null;
        return Page.of("pattern/list", new PatternListPage(shown, open, next, actor.zone()));
    }

    @GetMapping("/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        return page(actor, new PatternId(id), Attempt.NONE);
    }

    private ModelAndView page(Actor actor, PatternId id, Attempt attempt) {
        Pattern pattern = patterns.find(actor, id).orElseThrow(() -> Problem.absent("pattern.absent"));
        List<PatternCase> cases = patterns.cases(actor, id);
        List<StaffId> people =
                new ArrayList<>(cases.stream().map(PatternCase::giver).toList());
        if (pattern.review() != null) {
            people.add(pattern.review().by());
        }
        return Page.of(
                "pattern/pattern",
                new PatternPage(
                        pattern,
                        cases,
                        staff.members(actor, people.stream().distinct().toList()),
                        customers.cards(
                                actor,
                                cases.stream()
                                        .map(PatternCase::customer)
                                        .filter(Objects::nonNull)
                                        .distinct()
                                        .toList()),
                        actor.may(Action.WRITE, Patterns.KIND),
                        attempt,
                        actor.zone()));
    }

    @PostMapping("/{id}/{verdict:confirm|dismiss}")
    ModelAndView review(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @PathVariable String verdict,
            @RequestParam Map<String, String> typed) {
        Forms.Form form =
                new Forms.Form(actor.bureau().value(), words, verdict, typed, words.text("pattern.done." + verdict));
        PatternId of = new PatternId(id);
        String page = PATH + "/" + id;
        return forms.take(
                form,
                () -> switch (patterns.review(
                        actor, of, form.version(), verdict.equals("confirm"), form.typed("words"))) {
                    case ReviewResult.Done done -> page;
                    case ReviewResult.Refused refused ->
                        throw Forms.refused(page, refused.why().text(words));
                },
                attempt -> page(actor, of, attempt));
    }
}
