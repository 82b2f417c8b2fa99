package org.redress.desk.appeal.hotline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.desk.appeal.AppealReach;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketPanel;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** The dispatches that a ticket came from, beside it. */
@Component
class DispatchPanel implements TicketPanel {

    private static final int ORDER = 8;

    private final DispatchBoard board;

    DispatchPanel(DispatchBoard board) {
        this.board = board;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<View> show(Actor actor, TicketId ticket) {
        if (!actor.may(Action.READ, AppealReach.KIND)) {
            return Optional.empty();
        }
        AppealReach reach = AppealReach.of(actor, Action.READ);
        List<Dispatch> dispatches = board.ofTicket(actor, ticket).stream()
                .filter(one -> reach.covers(one.handler(), one.unit()))
                .toList();
        return dispatches.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new View("appeal/dispatchpanel.jte", Map.of("dispatches", dispatches, "zone", actor.zone())));
    }
}
