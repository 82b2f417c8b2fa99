package org.redress.desk.recovery.suggestion;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.rulebook.Rulebook;
import org.redress.platform.jobs.Jobs;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Forms;
import org.redress.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on how good suggestions are. */
@Controller
@RequestMapping(SuggestionPage.PATH)
class SuggestionDesk {

    private static final String WINDOW = "suggest.window";
    private static final int VERSIONS = 12;
    private static final int PAIRS = 12;

    private final SuggestionLearning learning;
    private final ChoiceRows choices;
    private final Rulebook rulebook;
    private final Jobs jobs;
    private final Forms forms;
    private final Clock clock;

    SuggestionDesk(
            SuggestionLearning learning, ChoiceRows choices, Rulebook rulebook, Jobs jobs, Forms forms, Clock clock) {
        this.learning = learning;
        this.choices = choices;
        this.rulebook = rulebook;
        this.jobs = jobs;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(Actor actor, @RequestParam(required = false) @Nullable Integer of) {
        return Page.of("recovery/suggestions", page(actor, of));
    }

    private SuggestionPage page(Actor actor, @Nullable Integer of) {
        List<SuggestionVersion> versions = learning.latest(actor, VERSIONS);
        int days = rulebook.days(actor.bureau(), WINDOW, LocalDate.ofInstant(clock.instant(), actor.zone()));
        List<ChoiceRows.Pair> pairs =
                choices.pairs(actor.bureau(), clock.instant().minus(Duration.ofDays(days))).stream()
                        .filter(pair -> of == null || of == pair.model())
                        .toList();
        return new SuggestionPage(
                learning.standing(actor),
                versions,
                learning.chosenSoFar(actor),
                learning.needed(actor),
                of,
                days,
                byType(pairs),
                confused(pairs),
                actor.may(Action.MANAGE, SuggestionLearning.KIND),
                actor.zone());
    }

    private static List<SuggestionPage.OfType> byType(List<ChoiceRows.Pair> pairs) {
        Map<String, long[]> byType = new TreeMap<>();
        for (ChoiceRows.Pair pair : pairs) {
            long[] counts = byType.computeIfAbsent(pair.suggested(), type -> new long[2]);
            counts[0] += pair.count();
            counts[1] += pair.suggested().equals(pair.chosen()) ? pair.count() : 0;
        }
        return byType.entrySet().stream()
                .map(entry -> new SuggestionPage.OfType(entry.getKey(), entry.getValue()[0], entry.getValue()[1]))
                .sorted(Comparator.comparingLong(SuggestionPage.OfType::suggested)
                        .reversed())
                .toList();
    }

    private static List<SuggestionPage.Confused> confused(List<ChoiceRows.Pair> pairs) {
        Map<List<String>, Long> counts = new java.util.HashMap<>();
        pairs.stream()
                .filter(pair -> !pair.suggested().equals(pair.chosen()))
                .forEach(pair -> counts.merge(List.of(pair.suggested(), pair.chosen()), pair.count(), Long::sum));
        return counts.entrySet().stream()
                .map(entry -> new SuggestionPage.Confused(
                        entry.getKey().getFirst(), entry.getKey().getLast(), entry.getValue()))
                .sorted(Comparator.comparingLong(SuggestionPage.Confused::count)
                        .reversed()
                        .thenComparing(SuggestionPage.Confused::suggested)
                        .thenComparing(SuggestionPage.Confused::chosen))
                .limit(PAIRS)
                .toList();
    }

    /** Asks for the work; the page shows what came of it. */
    @PostMapping("/learn")
    ModelAndView learn(Actor actor, Words words, @RequestParam Map<String, String> typed) {
        Forms.Form form =
                new Forms.Form(actor.bureau().value(), words, "learn", typed, words.text("suggestion.done.learn"));
        return forms.take(
                form,
                () -> {
                    actor.require(Action.MANAGE, SuggestionLearning.KIND);
                    jobs.start(LearningJob.ASKED, form.typed("formKey"), LearningJob.argument(actor));
                    return SuggestionPage.PATH;
                },
                (Attempt attempt) -> show(actor, null));
    }
}
