package org.redress.desk.procedure.page;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.desk.procedure.Segment;
import org.redress.desk.procedure.SegmentId;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.commitment.Clock;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** Puts tickets and clocks to segments: a fixed number of queries for any number of rows. */
@Component
class SegmentTable {

    private final TicketBoard tickets;
    private final Commitments commitments;

    SegmentTable(TicketBoard tickets, Commitments commitments) {
        this.tickets = tickets;
        this.commitments = commitments;
    }

    List<SegmentsPage.Row> of(Actor actor, List<Segment> segments) {
        Map<TicketId, TicketCard> cards =
                cards(actor, segments.stream().map(Segment::ticket).toList());
        Map<SegmentId, Clock> clocks = SegmentPanel.clocks(actor, commitments, segments);
        return segments.stream()
                .map(one -> new SegmentsPage.Row(one, cards.get(one.ticket()), clocks.get(one.id())))
                .toList();
    }

    Map<TicketId, TicketCard> cards(Actor actor, Collection<TicketId> ids) {
        return tickets.cards(actor, ids).stream().collect(Collectors.toMap(TicketCard::id, Function.identity()));
    }
}
