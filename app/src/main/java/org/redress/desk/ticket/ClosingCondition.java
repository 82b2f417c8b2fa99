package org.redress.desk.ticket;

import java.util.Optional;
import org.redress.ground.identity.Actor;

/** Something that must be there before a ticket is closed. A module contributes one as a bean. */
public interface ClosingCondition {

    /** The message key of what is missing, or empty. Not asked for tickets that arrive closed from another system. */
    Optional<String> missing(Actor actor, TicketId ticket);

    /** The message key of what must come before a ticket is even called resolved, or empty. */
    default Optional<String> unresolved(Actor actor, TicketId ticket) {
        return Optional.empty();
    }

    /** The message key of what must come before a ticket is even rejected or cancelled, or empty. */
    default Optional<String> unended(Actor actor, TicketId ticket, Step how) {
        return Optional.empty();
    }
}
