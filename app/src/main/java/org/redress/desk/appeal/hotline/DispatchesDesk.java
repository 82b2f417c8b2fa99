package org.redress.desk.appeal.hotline;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.desk.appeal.AppealNames;
import org.redress.desk.appeal.AppealReach;
import org.redress.desk.appeal.Happened;
import org.redress.desk.appeal.ListPlace;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Dispatches in the browser: the list, one of them, and the form in which one is recorded. */
@Controller
@RequestMapping("/dispatches")
class DispatchesDesk {

    private static final int LENGTH = 50;

    private final DispatchBoard board;
    private final AppealNames names;
    private final Clock clock;

    DispatchesDesk(DispatchBoard board, AppealNames names, Clock clock) {
        this.board = board;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean closed,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable UUID id) {
        ListPlace after = ListPlace.of(at, id);
        List<Dispatch> found = closed ? board.closed(actor, after, LENGTH + 1) : board.open(actor, after, LENGTH + 1);
        List<Dispatch> shown = found.stream().limit(LENGTH).toList();
        return Page.of(
                "appeal/dispatches",
                new DispatchListPage(
                        closed,
                        shown,
                        actor.may(Action.WRITE, AppealReach.KIND),
                        names.of(
                                actor,
                                shown.stream().map(Dispatch::handler).distinct().toList(),
                                shown.stream().map(Dispatch::ticket).toList()),
                        found.size() > LENGTH ? next(closed, shown.getLast()) : null,
                        clock.instant(),
                        actor.zone()));
    }

    private static String next(boolean closed, Dispatch last) {
        return "/dispatches?closed=" + closed + "&at="
                + (closed ? last.closedAt() : last.signing().dueAt()) + "&id="
                + last.id().value();
    }

    @GetMapping("/new")
    ModelAndView blank(Actor actor) {
        return blank(actor, Attempt.NONE);
    }

    ModelAndView blank(Actor actor, Attempt attempted) {
        AppealReach.of(actor, Action.WRITE);
        return Page.of("appeal/dispatchnew", new DispatchNewPage(attempted));
    }

    @GetMapping("/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        return show(actor, new DispatchId(id), Attempt.NONE);
    }

    ModelAndView show(Actor actor, DispatchId id, Attempt attempted) {
        DispatchShown shown = board.show(actor, id);
        return Page.of(
                "appeal/dispatch",
                new DispatchPage(
                        shown,
                        names.of(
                                actor,
                                Stream.concat(
                                                Stream.of(shown.dispatch().handler()),
                                                shown.history().stream().map(Happened::by))
                                        .distinct()
                                        .toList(),
                                List.of(shown.dispatch().ticket())),
                        attempted,
                        clock.instant(),
                        actor.zone()));
    }
}
