package org.redress.desk.appeal.hotline;

import java.util.Optional;
import org.redress.desk.ticket.ClosingCondition;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** A ticket is not closed while the city waits for an answer to a dispatch of it. */
@Component
class DispatchesAnswered implements ClosingCondition {

    private final DispatchBoard board;

    DispatchesAnswered(DispatchBoard board) {
        this.board = board;
    }

    @Override
    public Optional<String> missing(Actor actor, TicketId ticket) {
        return board.owed(actor, ticket) ? Optional.of("dispatch.closing.open") : Optional.empty();
    }
}
