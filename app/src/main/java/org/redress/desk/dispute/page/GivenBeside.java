package org.redress.desk.dispute.page;

import org.redress.desk.recovery.Remedy;
import org.redress.desk.ticket.TicketNumber;

/**
 * Money that was given by choice or by law on the ticket of a dispute or on one that is joined with it.
 *
 * @param number of the ticket on which it was given
 * @param readable whether the reader may look at that ticket
 */
public record GivenBeside(Remedy remedy, TicketNumber number, boolean readable) {}
