package org.redress.desk.appeal.hotline;

import java.util.Optional;
import org.redress.desk.ticket.ClosingCondition;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** A ticket is neither closed nor ended otherwise while the city waits for an answer to a dispatch of it. */
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

    @Override
    public Optional<String> unended(Actor actor, TicketId ticket, Step how) {
        return missing(actor, ticket);
    }
}
