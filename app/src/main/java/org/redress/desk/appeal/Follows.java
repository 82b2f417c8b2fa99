package org.redress.desk.appeal;

import org.redress.desk.ticket.Ticket;
import org.redress.ground.identity.Actor;

/** What is worked on under a ticket and follows whoever answers for it; what has ended stays with whoever ended it. Contributed as a bean. */
public interface Follows {

    /** Looks at the ticket as it stands; twice is once. */
    void follow(Actor product, Ticket ticket, Happened handedOn);
}
