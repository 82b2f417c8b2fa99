package org.redress.desk.ticket;

import java.util.List;
import java.util.Optional;
import org.redress.ground.identity.Actor;

/** Something that must be there before a ticket is closed. A module contributes one as a bean. */
public interface ClosingCondition {

    /** The message key of what is missing, or empty. Not asked for tickets that arrive closed from another system. */
    Optional<String> missing(Actor actor, TicketId ticket);

    /**
     * What closing now would leave out, by its names; it is closed all the same where somebody who gives out work says why.
     */
    default List<String> leftOut(Actor actor, TicketId ticket) {
        return List.of();
    }

    /** The message key of what must come before a ticket is even called resolved, or empty. */
    default Optional<String> unresolved(Actor actor, TicketId ticket) {
        return Optional.empty();
    }

    /** The message key of what must come before a ticket is even rejected or cancelled, or empty. */
    default Optional<String> unended(Actor actor, TicketId ticket, Step how) {
        return Optional.empty();
    }
}
