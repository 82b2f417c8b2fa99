package org.redress.desk.recovery;

import java.util.Optional;
import java.util.UUID;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;

/** Knows what it was that failed, where tickets share it, e.g. the outage that a fault belongs to. Contributed as a bean. */
public interface FailureIdentity {

    /** The identity of what failed for a ticket, or empty where it has none besides the ticket. */
    Optional<UUID> of(Actor actor, TicketId ticket);
}
