package org.redress.desk.recovery;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;

/** Knows what it was that failed, where tickets share it, e.g. the outage that a fault belongs to. Contributed as a bean. */
public interface FailureIdentity {

    /** The identities of what failed for these tickets; those that have none besides the ticket are not in the answer. */
    Map<TicketId, UUID> of(Actor actor, Collection<TicketId> tickets);
}
