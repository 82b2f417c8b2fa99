package org.redress.desk.dispute.page;

import org.jspecify.annotations.Nullable;
import org.redress.desk.dispute.BillItem;
import org.redress.desk.dispute.Claim;
import org.redress.desk.ticket.TicketCard;

/**
 * A disputed item with what it is about.
 *
 * @param item as the bill has it
 * @param card of its ticket, where the reader may see that
 */
public record ClaimRow(Claim claim, BillItem item, @Nullable TicketCard card) {}
