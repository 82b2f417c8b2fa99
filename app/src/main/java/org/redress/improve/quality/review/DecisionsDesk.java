package org.redress.improve.quality.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.improve.quality.QualityNames;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Forms;
import org.redress.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What meetings have decided, for owners and for whoever follows it up. */
@Controller
@RequestMapping("/reviews/decisions")
class DecisionsDesk {

    private static final String PATH = "/reviews/decisions";
    private static final int LENGTH = 50;

    private final Decisions decisions;
    private final Reviews reviews;
    private final Forms forms;
    private final QualityNames names;
    private final Clock clock;

    DecisionsDesk(Decisions decisions, Reviews reviews, Forms forms, QualityNames names, Clock clock) {
        this.decisions = decisions;
        this.reviews = reviews;
        this.forms = forms;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(
            Actor actor,
            @RequestParam(defaultValue = "open") String view,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable LocalDate due,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable UUID id) {
        boolean ended = view.equals("ended");
        List<Decision> found = ended
                ? decisions.ended(actor, mine, at, id, LENGTH + 1)
                : decisions.open(actor, mine, due, id, LENGTH + 1);
        List<Decision> shown = found.stream().limit(LENGTH).toList();
        return Page.of(
                "quality/decisions",
                new DecisionListPage(
                        ended,
                        mine,
                        reviews.mayRead(actor),
                        shown,
                        names.of(actor, shown.stream().map(Decision::owner).toList()),
                        today(actor),
                        found.size() > LENGTH ? next(shown.getLast(), mine) : null,
                        actor.zone()));
    }

    private static String next(Decision last, boolean mine) {
        String key = last.endedAt() == null ? "?due=" + last.dueOn() : "?view=ended&at=" + last.endedAt();
        return PATH + key + "&mine=" + mine + "&id=" + last.id().value();
    }

    @GetMapping("/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        return show(actor, new DecisionId(id), Attempt.NONE);
    }

    private ModelAndView show(Actor actor, DecisionId id, Attempt attempted) {
        Decision decision = decisions.get(actor, id);
        boolean open = decision.state() == Decision.State.OPEN;
        boolean lead = reviews.mayLead(actor);
        return Page.of(
                "quality/decision",
                new DecisionPage(
                        decision,
                        open && (lead || decision.owner().equals(actor.staff())),
                        open && lead,
                        reviews.mayRead(actor),
                        attempted,
                        names.of(actor, List.of(decision.owner(), decision.madeBy())),
                        today(actor),
                        actor.zone()));
    }

    @PostMapping("/{id}/{act:report|drop}")
    ModelAndView end(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam Map<String, String> typed) {
        DecisionId decision = new DecisionId(id);
        Forms.Form form = new Forms.Form(actor.bureau().value(), words, act, typed, words.text("decision.done." + act));
        String said = form.typed("outcome");
        return forms.take(
                form,
                () -> ReviewsDesk.next(
                        act.equals("drop")
                                ? decisions.drop(actor, decision, ReviewsDesk.version(form), said)
                                : decisions.report(actor, decision, ReviewsDesk.version(form), said),
                        words,
                        PATH + "/" + id),
                attempted -> show(actor, decision, attempted));
    }

    private LocalDate today(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone());
    }
}
