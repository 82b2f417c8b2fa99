package org.redress.desk.procedure;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TaskMatters;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.commitment.Answering;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.StaffId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who answers for a segment: whoever took it up, else the person it was sent to, else the head of the department. For the
 * decision about a matter that was stopped, the head of the unit that answers for its ticket.
 */
@Component
class SegmentAnswering implements Answering {

    static final String PLACE = "#segments";

    private final SegmentRows rows;
    private final RulingRows rulings;
    private final TaskMatters matters;
    private final ObjectProvider<Tickets> tickets;
    private final Bureaus bureaus;

    SegmentAnswering(
            SegmentRows rows,
            RulingRows rulings,
            TaskMatters matters,
            ObjectProvider<Tickets> tickets,
            Bureaus bureaus) {
        this.rows = rows;
        this.rulings = rulings;
        this.matters = matters;
        this.tickets = tickets;
        this.bureaus = bureaus;
    }

    @Override
    public String kind() {
        return SegmentClocks.KIND;
    }

    @Override
    public Map<UUID, Matter> matters(BureauId bureau, Collection<UUID> ids) {
        Stream<TaskMatters.Task> segments = rows.of(bureau, ids).stream()
                .map(segment -> new TaskMatters.Task(
                        segment.id().value(),
                        segment.ticket(),
                        segment.unit(),
                        person(segment),
                        segment.sent().by(),
                        PLACE));
        return matters.of(
                bureau, Stream.concat(segments, decisions(bureau, ids)).toList());
    }

    private Stream<TaskMatters.Task> decisions(BureauId bureau, Collection<UUID> ids) {
        Actor product = bureaus.command(bureaus.get(bureau));
        return rulings.open(bureau, ids).stream().map(ruling -> {
            Ticket ticket = tickets.getObject().get(product, ruling.ticket());
            return new TaskMatters.Task(ruling.id(), ticket.id(), ticket.unit(), null, ticket.responsible(), PLACE);
        });
    }

    private static @Nullable StaffId person(Segment segment) {
        return segment.accepted() == null
                ? segment.task().person()
                : segment.accepted().by();
    }
}
