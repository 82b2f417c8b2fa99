package org.redress.desk.outlet;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.commitment.Attained;
import org.redress.ground.commitment.Attainments;
import org.redress.ground.commitment.DueAfter;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Scope;
import org.redress.ground.identity.Staff;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The commitments board, a promise with its months, and the tickets behind a figure. */
@Controller
@RequestMapping("/commitments")
class PromisesDesk {

    static final String PATH = "/commitments";

    private static final int LENGTH = 20;
    private static final int BEHIND = 50;

    private final Promises promises;
    private final PromiseFigures figures;
    private final Attainments attainments;
    private final Staff staff;

    PromisesDesk(Promises promises, PromiseFigures figures, Attainments attainments, Staff staff) {
        this.promises = promises;
        this.figures = figures;
        this.attainments = attainments;
        this.staff = staff;
    }

    @GetMapping
    ModelAndView list(
            Actor actor,
            @RequestParam(defaultValue = "open") String view,
            @RequestParam(defaultValue = "") String after) {
        boolean withdrawn = view.equals("withdrawn");
        List<Promise> found = promises.list(actor, withdrawn, after, LENGTH + 1);
        List<Promise> shown = found.stream().limit(LENGTH).toList();
        return Page.of(
                "outlet/board",
                new PromiseListPage(
                        figures.kept(actor, shown),
                        withdrawn,
                        figures.minimum(actor),
                        actor.may(Action.MANAGE, Promises.KIND),
                        actor.may(Action.EXPORT, Promises.KIND),
                        mayOpen(actor),
                        actor.bureau().value(),
                        figures.today(actor),
                        found.size() > LENGTH
                                ? PATH + "?view=" + (withdrawn ? "withdrawn" : "open") + "&after="
                                        + shown.getLast().code()
                                : null));
    }

    @GetMapping("/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        return show(actor, new PromiseId(id), Attempt.NONE);
    }

    ModelAndView show(Actor actor, PromiseId id, Attempt attempt) {
        Promise promise = promises.get(actor, id);
        return Page.of(
                "outlet/promise",
                new PromisePage(
                        figures.of(actor, List.of(promise)).getFirst(),
                        figures.minimum(actor),
                        actor.may(Action.MANAGE, Promises.KIND),
                        mayOpen(actor),
                        staff.members(
                                actor,
                                promise.wordings().stream()
                                        .map(PromiseWording::by)
                                        .toList()),
                        attempt,
                        figures.today(actor),
                        actor.zone()));
    }

    @GetMapping("/{id}/{month:\\d{4}-\\d{2}}")
    ModelAndView behind(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable YearMonth month,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable UUID clock) {
        Promise promise = promises.get(actor, new PromiseId(id));
        if (!mayOpen(actor)) {
            throw Problem.forbidden("access.denied");
        }
        DueAfter after = at == null || clock == null ? DueAfter.START : new DueAfter(at, clock);
        List<Attained> found = attainments.behind(actor, promise.measure(), month, !late, after, BEHIND + 1);
        List<Attained> shown = found.stream().limit(BEHIND).toList();
        PromiseStanding standing = figures.of(actor, List.of(promise)).getFirst();
        PromiseMonth of = standing.months().stream()
                .filter(one -> one.figures().month().equals(month))
                .findFirst()
                .orElseThrow(() -> Problem.absent("attainment.month"));
        return Page.of(
                "outlet/behind",
                new PromiseBehindPage(
                        standing,
                        of,
                        late,
                        shown,
                        actor.zone(),
                        found.size() > BEHIND
                                ? PATH + "/" + id + "/" + month + "?late=" + late + "&at="
                                        + shown.getLast().at() + "&clock="
                                        + shown.getLast().clock()
                                : null));
    }

    /** Whether this person may see what stands behind figures of the whole bureau. */
    private static boolean mayOpen(Actor actor) {
        return actor.scope(Action.READ, "ticket").filter(Scope.BUREAU::equals).isPresent();
    }
}
