package org.redress.desk.fault.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.desk.fault.Fault;
import org.redress.desk.fault.FaultBoard;
import org.redress.desk.fault.Line;
import org.redress.desk.ticket.TicketCard;
import org.redress.platform.web.ClockChip;

/**
 * Open work orders.
 *
 * @param unit name of the reader's
 * @param writing whether the reader may report
 * @param next path of the page after this one, or null
 */
public record FaultListPage(
        FaultBoard.View view,
        String unit,
        List<Row> rows,
        Named named,
        boolean writing,
        @Nullable String next,
        java.time.ZoneId zone) {

    /** A work order; the card is null where the reader may not see its ticket. */
    public record Row(
            Fault fault,
            @Nullable Line line,
            @Nullable TicketCard card,
            @Nullable ClockChip clock) {}
}
