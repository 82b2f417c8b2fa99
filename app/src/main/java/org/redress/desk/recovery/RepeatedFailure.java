package org.redress.desk.recovery;

import java.util.List;
import org.redress.desk.ticket.TicketCard;

/**
 * The same failure of the same customer not long ago: a second one undoes a good recovery, so it is shown before anything
 * else.
 *
 * @param earlier the latest such ticket
 * @param days the rulebook's window
 * @param given what was given then and still stands
 */
public record RepeatedFailure(TicketCard earlier, int days, List<Remedy> given) {}
