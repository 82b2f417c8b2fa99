package org.redress.desk.recovery.severity;

import java.time.Instant;
import java.util.List;
import org.redress.desk.ticket.Grade;

/**
 * How severe a ticket's failure is, with its reckoning.
 *
 * @param points the sum of the addends
 * @param addends one for each {@link Addend.What}, in its order
 * @param growing whether it grows while nothing is done: the customer is without service
 * @param at when it was reckoned
 * @param rules tells the numbers by which it was reckoned from others; 0 where that was not kept
 */
public record Severity(int points, Grade grade, List<Addend> addends, boolean growing, Instant at, int rules) {

    public Severity {
        addends = List.copyOf(addends);
    }
}
