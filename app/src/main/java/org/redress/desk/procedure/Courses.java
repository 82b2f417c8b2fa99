package org.redress.desk.procedure;

import java.util.List;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** Reads where tickets stand on their way. */
@Component
class Courses {

    private static final JourneyRows.Journey NONE = new JourneyRows.Journey(null, 0);

    private final JourneyRows journeys;
    private final SegmentRows segments;
    private final RulingRows rulings;
    private final Tickets tickets;

    Courses(JourneyRows journeys, SegmentRows segments, RulingRows rulings, Tickets tickets) {
        this.journeys = journeys;
        this.segments = segments;
        this.rulings = rulings;
        this.tickets = tickets;
    }

    /** As it stands now. */
    Course look(Actor actor, TicketId id) {
        Ticket ticket = tickets.get(actor, id);
        return course(actor, ticket, journeys.find(actor.bureau(), id).orElse(NONE));
    }

    /** Held for this transaction, so that moves of one ticket follow one another. */
    Course hold(Actor actor, TicketId id) {
        tickets.get(actor, id);
        JourneyRows.Journey journey = journeys.held(actor.bureau(), id);
        return course(actor, tickets.get(actor, id), journey);
    }

    private Course course(Actor actor, Ticket ticket, JourneyRows.Journey journey) {
        List<Segment> of = segments.of(actor.bureau(), ticket.id());
        return new Course(
                ticket,
                journey.version(),
                journey.decided(),
                of,
                of.isEmpty() ? null : rulings.open(actor.bureau(), ticket.id()).orElse(null));
    }
}
