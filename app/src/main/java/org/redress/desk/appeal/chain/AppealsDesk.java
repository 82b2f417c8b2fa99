package org.redress.desk.appeal.chain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.desk.appeal.AppealNames;
import org.redress.desk.appeal.AppealReach;
import org.redress.desk.appeal.Happened;
import org.redress.desk.appeal.ListPlace;
import org.redress.ground.attachment.AttachmentPanels;
import org.redress.ground.attachment.Holder;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Appeals in the browser: the list, one of them, and the form in which one is recorded. */
@Controller
@RequestMapping("/appeals")
class AppealsDesk {

    private static final int LENGTH = 50;

    private final AppealBoard board;
    private final AppealNames names;
    private final AttachmentPanels files;
    private final Clock clock;

    AppealsDesk(AppealBoard board, AppealNames names, AttachmentPanels files, Clock clock) {
        this.board = board;
        this.names = names;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean ended,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable UUID id) {
        ListPlace after = ListPlace.of(at, id);
        List<Appeal> found = ended ? board.ended(actor, after, LENGTH + 1) : board.open(actor, after, LENGTH + 1);
        List<Appeal> shown = found.stream().limit(LENGTH).toList();
        return Page.of(
                "appeal/list",
                new AppealListPage(
                        ended,
                        shown,
                        board.mayWrite(actor),
                        names.of(
                                actor,
                                shown.stream().map(Appeal::handler).distinct().toList(),
                                shown.stream().map(Appeal::ticket).toList()),
                        found.size() > LENGTH ? next(ended, shown.getLast()) : null,
                        clock.instant(),
                        actor.zone()));
    }

    private static String next(boolean ended, Appeal last) {
        return "/appeals?ended=" + ended + "&at=" + (ended ? last.endedAt() : last.dueAt()) + "&id="
                + last.id().value();
    }

    @GetMapping("/new")
    ModelAndView blank(Actor actor, @RequestParam(defaultValue = "") String ticket) {
        return blank(actor, ticket, Attempt.NONE);
    }

    ModelAndView blank(Actor actor, String ticket, Attempt attempted) {
        AppealReach.of(actor, Action.WRITE);
        String today = LocalDate.ofInstant(clock.instant(), actor.zone()).toString();
        return Page.of("appeal/new", new AppealNewPage(ticket, today, attempted));
    }

    @GetMapping("/{id}")
    ModelAndView show(Actor actor, Words words, @PathVariable UUID id) {
        return show(actor, words, new AppealId(id), Attempt.NONE);
    }

    ModelAndView show(Actor actor, Words words, AppealId id, Attempt attempted) {
        AppealShown shown = board.show(actor, id);
        Appeal appeal = shown.appeal();
        return Page.of(
                "appeal/appeal",
                new AppealPage(
                        shown,
                        ChainStep.of(appeal, shown.history(), shown.clocks(), clock.instant(), words),
                        files.show(actor, new Holder(AppealReach.KIND, id.value())),
                        names.of(
                                actor,
                                Stream.concat(
                                                Stream.of(appeal.handler()),
                                                shown.history().stream().map(Happened::by))
                                        .distinct()
                                        .toList(),
                                List.of(appeal.ticket())),
                        attempted,
                        actor.zone()));
    }
}
