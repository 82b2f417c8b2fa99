package org.redress.desk.procedure.page;

import java.util.List;
import java.util.Map;
import org.redress.desk.procedure.League;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;

/**
 * The league of a period.
 *
 * @param days its length
 * @param periods to choose from
 */
public record LeaguePage(
        int days,
        List<Integer> periods,
        List<League.Thrown> thrown,
        Map<TicketId, TicketCard> cards,
        List<League.Standing> units,
        Named named) {}
