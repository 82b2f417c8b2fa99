package org.redress.desk.recovery.duplicate;

import org.redress.desk.recovery.DecidedDispute;
import org.redress.desk.recovery.duplicate.Earlier.Likeness;
import org.redress.desk.ticket.TicketNumber;

/**
 * A disputed bill that was decided for the customer and may be of the same matter.
 *
 * @param likeness where: on this ticket, on a joined one, on one that was parted from it or on another of this customer
 * @param readable whether the reader may look at that ticket
 */
public record EarlierDispute(DecidedDispute dispute, Likeness likeness, TicketNumber number, boolean readable) {}
