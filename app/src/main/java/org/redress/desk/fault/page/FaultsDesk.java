package org.redress.desk.fault.page;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.fault.Fault;
import org.redress.desk.fault.FaultBoard;
import org.redress.desk.fault.FaultFiles;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.redress.platform.web.NavEntry;
import org.redress.platform.web.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The board of open work orders. */
@Controller
class FaultsDesk {

    private static final int LENGTH = 50;
    private static final String PATH = "/faults";

    private final FaultBoard board;
    private final FaultFiles files;
    private final FaultTable rows;
    private final Names names;
    private final Clock clock;

    FaultsDesk(FaultBoard board, FaultFiles files, FaultTable rows, Names names, Clock clock) {
        this.board = board;
        this.files = files;
        this.rows = rows;
        this.names = names;
        this.clock = clock;
    }

    @Bean
    static NavEntry faultsFloor() {
        return new NavEntry(24, "faults", "/faults", "tool");
    }

    @GetMapping(PATH)
    ModelAndView list(
            Actor actor,
            Words words,
            @RequestParam(defaultValue = "UNIT") FaultBoard.View view,
            @RequestParam(defaultValue = "true") boolean turn,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable UUID id) {
        List<Fault> found = board.page(actor, view, FaultBoard.After.parse(turn, at, id), LENGTH + 1);
        List<Fault> shown = found.stream().limit(LENGTH).toList();
        Named named = names.of(actor, List.of());
        return Page.of(
                "fault/list",
                new FaultListPage(
                        view,
                        named.unit(words, actor.unit()),
                        rows.of(actor, words, shown, clock.instant()),
                        named,
                        files.mayReport(actor),
                        found.size() > LENGTH ? next(view, shown.getLast()) : null,
                        actor.zone()));
    }

    private static String next(FaultBoard.View view, Fault last) {
        FaultBoard.After after = FaultBoard.After.of(last);
        return PATH + "?view=" + view + "&turn=" + after.inTurn() + "&at=" + after.at() + "&id=" + after.id();
    }
}
