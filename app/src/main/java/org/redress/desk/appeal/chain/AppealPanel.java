package org.redress.desk.appeal.chain;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.desk.appeal.AppealNames;
import org.redress.desk.appeal.AppealReach;
import org.redress.desk.appeal.Happened;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketPanel;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The appeals of a ticket as chains, beside it. */
@Component
class AppealPanel implements TicketPanel {

    private static final int ORDER = 7;

    private final AppealBoard board;
    private final ObjectProvider<AppealNames> names;
    private final Clock clock;

    AppealPanel(AppealBoard board, ObjectProvider<AppealNames> names, Clock clock) {
        this.board = board;
        this.names = names;
        this.clock = clock;
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
        List<AppealShown> appeals = board.ofTicket(actor, ticket).stream()
                .filter(one -> reach.covers(one.handler(), one.unit()))
                .map(one -> board.show(actor, one.id()))
                .toList();
        return appeals.isEmpty()
                ? Optional.empty()
                : Optional.of(new View(
                        "appeal/panel.jte",
                        Map.of(
                                "panel",
                                new TicketAppeals(
                                        appeals,
                                        names.getObject()
                                                .of(
                                                        actor,
                                                        appeals.stream()
                                                                .flatMap(one -> one.history().stream())
                                                                .map(Happened::by)
                                                                .distinct()
                                                                .toList(),
                                                        List.of()),
                                        clock.instant(),
                                        actor.zone()))));
    }
}
