package org.redress.desk.appeal.chain;

import java.util.Optional;
import org.redress.desk.ticket.ClosingCondition;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** A ticket is neither closed nor ended otherwise while an appeal of it is under way. */
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

    @Override
    public Optional<String> unended(Actor actor, TicketId ticket, Step how) {
        return missing(actor, ticket);
    }
}
