package org.redress.desk.recovery.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The plan of a ticket, and plans that were followed beside those that differed. */
@Controller
class PlanDesk {

    static final String LIST = "/recovery-plans";

    private static final int LENGTH = 50;

    private final PlanViews views;
    private final PlanEffects effects;
    private final TicketBoard board;
    private final Staff staff;

    PlanDesk(PlanViews views, PlanEffects effects, TicketBoard board, Staff staff) {
        this.views = views;
        this.effects = effects;
        this.board = board;
        this.staff = staff;
    }

    static String path(TicketId ticket) {
        return "/tickets/" + ticket.value() + "/plan";
    }

    /** Whether a plan is offered for a ticket by itself: it reports a failure that is in hand. */
    static boolean offers(Ticket ticket) {
        boolean failure = ticket.classified() != null
                || ticket.kind() == TicketKind.COMPLAINT
                || ticket.kind() == TicketKind.FAULT
                || ticket.kind() == TicketKind.BILL_DISPUTE;
        return failure && ticket.state().inHand();
    }

    @GetMapping("/tickets/{ticket}/plan")
    ModelAndView show(Actor actor, @PathVariable UUID ticket) {
        return Page.of("recovery/plan", views.page(actor, new TicketId(ticket), Attempt.NONE));
    }

    @GetMapping(LIST)
    ModelAndView compare(
            Actor actor,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable UUID id) {
        List<RecoveryPlan> found = effects.differed(actor, at, id, LENGTH + 1);
        List<RecoveryPlan> shown = found.stream().limit(LENGTH).toList();
        return Page.of(
                "recovery/plans",
                new PlanListPage(
                        effects.compare(actor),
                        shown,
                        board
                                .cards(
                                        actor,
                                        shown.stream()
                                                .map(RecoveryPlan::ticket)
                                                .distinct()
                                                .toList())
                                .stream()
                                .collect(Collectors.toMap(TicketCard::id, Function.identity())),
                        staff
                                .members(
                                        actor,
                                        shown.stream().map(RecoveryPlan::by).toList())
                                .entrySet()
                                .stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey,
                                        entry -> entry.getValue().name())),
                        found.size() > LENGTH
                                ? LIST + "?at=" + shown.getLast().at() + "&id="
                                        + shown.getLast().id().value()
                                : null,
                        actor.zone()));
    }
}
