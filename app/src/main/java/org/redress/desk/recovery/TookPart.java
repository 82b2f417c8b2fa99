package org.redress.desk.recovery;

import java.util.Set;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;

/**
 * Knows who did something for what a ticket is about, besides what its history says: nobody of them asks the customer whether
 * it was put right. Contributed as a bean by whoever knows; asked by the product.
 */
public interface TookPart {

    /** May hold the product itself. */
    Set<StaffId> of(Actor product, TicketId ticket);
}
