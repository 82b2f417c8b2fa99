package org.redress.desk.recovery;

import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketCard;

/**
 * What failed the customer of a ticket before, within the rulebook's window.
 *
 * @param same the same failure, or null
 * @param other the latest ticket with another kind of failure, which makes this one no graver but is good to know; or null
 * @param hit the latest outage that hit them and of which no ticket tells, or null
 * @param lineAgain whether that was the same failure
 * @param days the window
 */
public record FailuresBefore(
        @Nullable RepeatedFailure same,
        @Nullable TicketCard other,
        @Nullable Hit hit,
        boolean lineAgain,
        int days) {

    boolean none() {
        return same == null && other == null && hit == null;
    }
}
