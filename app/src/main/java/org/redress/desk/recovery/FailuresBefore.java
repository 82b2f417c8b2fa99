package org.redress.desk.recovery;

import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketCard;

/**
 * What failed the customer of a ticket before, within the rulebook's window.
 *
 * @param same the same failure, or null
 * @param other the latest ticket with another kind of failure, which makes this one no graver but is good to know; or null
 * @param days the window
 */
public record FailuresBefore(
        @Nullable RepeatedFailure same, @Nullable TicketCard other, int days) {

    boolean none() {
        return same == null && other == null;
    }
}
