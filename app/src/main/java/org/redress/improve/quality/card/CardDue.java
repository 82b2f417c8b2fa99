package org.redress.improve.quality.card;

import java.time.Instant;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.UnitId;

/**
 * An upheld complaint for which no card has been proposed yet.
 *
 * @param unit that of the ticket; the one at fault may be another
 * @param severity of the card that it would bring that unit
 * @param counted upheld complaints of that unit within the window
 */
public record CardDue(TicketId ticket, UnitId unit, String type, Instant judgedAt, Severity severity, int counted) {}
