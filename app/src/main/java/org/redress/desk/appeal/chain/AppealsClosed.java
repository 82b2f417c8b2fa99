package org.redress.desk.appeal.chain;

import java.util.Optional;
import org.redress.desk.ticket.ClosingCondition;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** A ticket is not closed while an appeal of it is under way. */
@Component
class AppealsClosed implements ClosingCondition {

    private final AppealBoard board;

    AppealsClosed(AppealBoard board) {
        this.board = board;
    }

    @Override
    public Optional<String> missing(Actor actor, TicketId ticket) {
        return board.underWay(actor, ticket) ? Optional.of("appeal.closing.open") : Optional.empty();
    }
}
