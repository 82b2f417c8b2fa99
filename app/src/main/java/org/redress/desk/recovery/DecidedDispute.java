package org.redress.desk.recovery;

import java.time.LocalDate;
import org.joda.money.Money;
import org.redress.desk.ticket.TicketId;

/**
 * What a customer turned out not to owe of their bills.
 *
 * @param sum of all items of the ticket that were decided so
 * @param day on which the last of them was, where the bureau is
 */
public record DecidedDispute(TicketId ticket, Money sum, LocalDate day) {}
