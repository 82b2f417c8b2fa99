package org.redress.desk.contact.reception;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.ContactLine;
import org.redress.desk.ticket.TicketCard;

/**
 * One contact.
 *
 * @param earlier the ticket that had ended before the customer spoke, or null
 * @param decidedBy who said yes or no, or null
 * @param deciding whether the reader may
 * @param original whether it was a mail that is kept as it came
 */
public record ContactSheet(
        ContactLine line,
        @Nullable TicketCard earlier,
        @Nullable String decidedBy,
        boolean deciding,
        boolean original,
        ZoneId zone) {}
