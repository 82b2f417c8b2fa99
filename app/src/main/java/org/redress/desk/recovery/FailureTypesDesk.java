package org.redress.desk.recovery;

import org.redress.desk.ticket.TicketBoard;
import org.redress.ground.identity.Actor;
import org.redress.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of the failure types. */
@Controller
class FailureTypesDesk {

    private final FailureTypes types;
    private final TicketBoard board;

    FailureTypesDesk(FailureTypes types, TicketBoard board) {
        this.types = types;
        this.board = board;
    }

    @GetMapping("/failure-types")
    ModelAndView show(Actor actor) {
        return Page.of(
                "recovery/failure-types",
                new FailureTypesPage(types.taxonomy(actor), types.tree(actor), board.talliesByType(actor)));
    }
}
