package org.redress.desk.procedure.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.desk.procedure.Ruling;
import org.redress.desk.procedure.Segment;
import org.redress.desk.procedure.SegmentBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.ground.commitment.Clock;

/**
 * What a department has before it, or what waits for a decision.
 *
 * @param view the list that is shown, or null for what waits for a decision
 * @param next path of the page after this one, or null
 */
public record SegmentsPage(
        SegmentBoard.@Nullable View view,
        String unit,
        Map<SegmentBoard.View, Long> counts,
        long waiting,
        List<Row> rows,
        List<Stopped> stopped,
        Named named,
        @Nullable String next,
        Instant now,
        ZoneId zone) {

    /** A segment; the card is null where the reader may not see its ticket. */
    public record Row(
            Segment segment,
            @Nullable TicketCard card,
            @Nullable Clock clock) {}

    /** A matter that waits for a decision. */
    public record Stopped(Ruling ruling, @Nullable TicketCard card) {}
}
