package org.redress.desk.recovery;

import java.util.List;
import org.joda.money.Money;
import org.redress.desk.ticket.TicketCard;

/**
 * What a customer has suffered before.
 *
 * @param failures the matters within the window that failed, each by its latest ticket, the latest first
 * @param repeated whether two of them failed in the same way
 * @param days the rulebook's window
 * @param given what was given on all their tickets and still stands, the latest first
 * @param total what of it is money
 */
public record Suffered(List<Failure> failures, boolean repeated, int days, List<Given> given, Money total) {

    /** A failure: decided, or else as the words suggest. */
    public record Failure(TicketCard ticket, String type) {}

    /** A remedy and the ticket that it was given on. */
    public record Given(Remedy remedy, TicketCard ticket) {}
}
