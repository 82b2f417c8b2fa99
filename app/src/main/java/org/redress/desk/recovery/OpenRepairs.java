package org.redress.desk.recovery;

import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;

/** Knows whether a line waits for its repair on a ticket, so that it can come first. Contributed as a bean by whoever repairs. */
public interface OpenRepairs {

    boolean waits(Actor actor, TicketId ticket);
}
