package org.redress.desk.dispute.page;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.dispute.Claim;
import org.redress.desk.dispute.Disputes;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Disputed items by their limit, and the items of a ticket. */
@Controller
@RequestMapping(DisputesDesk.PATH)
class DisputesDesk {

    static final String PATH = "/disputes";

    private static final int LENGTH = 50;

    private final Disputes disputes;
    private final ClaimTable table;
    private final DisputePages pages;
    private final Clock clock;

    DisputesDesk(Disputes disputes, ClaimTable table, DisputePages pages, Clock clock) {
        this.disputes = disputes;
        this.table = table;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(
            Actor actor,
            @RequestParam(required = false) @Nullable Instant due,
            @RequestParam(required = false) @Nullable UUID id) {
        List<Claim> found = disputes.open(actor, due, id, LENGTH + 1);
        List<Claim> shown = found.stream().limit(LENGTH).toList();
        return Page.of(
                "dispute/list",
                new DisputeListPage(
                        table.of(actor, shown),
                        clock.instant(),
                        actor.zone(),
                        found.size() > LENGTH
                                ? PATH + "?due=" + shown.getLast().dueAt() + "&id="
                                        + shown.getLast().id().value()
                                : null));
    }

    @GetMapping("/{ticket}")
    ModelAndView show(
            Actor actor,
            @PathVariable UUID ticket,
            @RequestParam(required = false) @Nullable UUID bill,
            @RequestParam(defaultValue = "0") int after) {
        return page(actor, ticket, new DisputePages.Look(bill, after, false));
    }

    /** Shows the called numbers in full, this once. A POST, because the look leaves a trail. */
    @PostMapping("/{ticket}/reveal")
    ModelAndView reveal(
            Actor actor,
            @PathVariable UUID ticket,
            @RequestParam(required = false) @Nullable UUID bill,
            @RequestParam(defaultValue = "0") int after) {
        return page(actor, ticket, new DisputePages.Look(bill, after, true));
    }

    private ModelAndView page(Actor actor, UUID ticket, DisputePages.Look look) {
        return Page.of("dispute/dispute", pages.of(actor, new TicketId(ticket), look, Attempt.NONE));
    }
}
