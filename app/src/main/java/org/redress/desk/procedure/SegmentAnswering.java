package org.redress.desk.procedure;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.commitment.Answering;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.Superiors;
import org.redress.ground.identity.UnitId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who answers for a segment: whoever took it up, else the person it was sent to, else the head of the department. */
@Component
class SegmentAnswering implements Answering {

    private final SegmentRows rows;
    private final ObjectProvider<TicketBoard> board;
    private final Bureaus bureaus;
    private final Superiors superiors;
    private final Clock clock;

    SegmentAnswering(
            SegmentRows rows, ObjectProvider<TicketBoard> board, Bureaus bureaus, Superiors superiors, Clock clock) {
        this.rows = rows;
        this.board = board;
        this.bureaus = bureaus;
        this.superiors = superiors;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return SegmentClocks.KIND;
    }

    @Override
    public Map<UUID, Matter> matters(BureauId bureau, Collection<UUID> ids) {
        List<Segment> segments = rows.of(bureau, ids);
        List<TicketId> tickets = segments.stream().map(Segment::ticket).toList();
        Map<TicketId, TicketCard> cards =
                board.getObject().cards(bureaus.command(bureaus.get(bureau)), tickets).stream()
                        .collect(Collectors.toMap(TicketCard::id, Function.identity()));
        Map<UnitId, Optional<StaffId>> heads = new HashMap<>();
        Map<UUID, Matter> matters = new HashMap<>();
        for (Segment segment : segments) {
            TicketCard card = cards.get(segment.ticket());
            if (card != null) {
                matters.put(
                        segment.id().value(),
                        new Matter(
                                responsible(bureau, segment, heads),
                                segment.unit(),
                                card.number().toString(),
                                card.subject(),
                                "/tickets/" + card.id().value() + "#segments"));
            }
        }
        return matters;
    }

    private StaffId responsible(BureauId bureau, Segment segment, Map<UnitId, Optional<StaffId>> heads) {
        if (segment.accepted() != null) {
            return segment.accepted().by();
        }
        StaffId person = segment.task().person();
        return person != null
                ? person
                : heads.computeIfAbsent(
                                segment.unit(), unit -> superiors.holder(bureau, unit, Posts.HEAD, clock.instant()))
                        .orElse(segment.sent().by());
    }
}
