package org.redress.desk.appeal.chain;

import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketNumber;

/**
 * An appeal as it is taken.
 *
 * @param ticket of the same customer; null to open one
 * @param reference its number at the regulator; may be empty
 */
public record NewAppeal(@Nullable TicketNumber ticket, String reference, Appeal.Grounds grounds) {}
