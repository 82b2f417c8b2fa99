package org.redress.desk.procedure;

import java.time.Clock;
import java.util.List;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketChanged;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;

/**
 * Follows the ticket: where it waits for the customer, the department's clock waits too; where it has ended, nothing is owed
 * any longer. Looks at the ticket as it stands, so that a message that comes twice or late does no harm.
 */
@Component
class TicketFollower implements OutboxListener {

    private final Courses courses;
    private final Segments segments;
    private final SegmentRows rows;
    private final SegmentClocks clocks;
    private final JourneyRows journeys;
    private final RulingRows rulings;
    private final RulingClocks decisions;
    private final Bureaus bureaus;
    private final Clock clock;

    TicketFollower(
            Courses courses,
            Segments segments,
            SegmentRows rows,
            SegmentClocks clocks,
            JourneyRows journeys,
            RulingRows rulings,
            RulingClocks decisions,
            Bureaus bureaus,
            Clock clock) {
        this.courses = courses;
        this.segments = segments;
        this.rows = rows;
        this.clocks = clocks;
        this.journeys = journeys;
        this.rulings = rulings;
        this.decisions = decisions;
        this.bureaus = bureaus;
        this.clock = clock;
    }

    @Override
    public List<String> topics() {
        return List.of(TicketChanged.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        BureauId bureau = new BureauId(message.bureau());
        Actor command = bureaus.command(bureaus.get(bureau));
        for (TicketId ticket : journeys.known(
                bureau,
                TicketChanged.read(message.payload()).tickets().stream()
                        .map(TicketChanged.Fact::id)
                        .toList())) {
            follow(command, ticket);
        }
    }

    private void follow(Actor command, TicketId id) {
        Course course = courses.hold(command, id);
        Segment open = course.open().orElse(null);
        Ticket ticket = course.ticket();
        if (!ticket.state().open()) {
            if (open != null) {
                segments.cancelled(command, course, open, "");
            }
            Ruling ruling = course.ruling();
            if (ruling != null) {
                rulings.lapse(command.bureau(), id, clock.instant());
                decisions.lapsed(command.bureau(), ruling.id());
            }
        } else if (open != null) {
            rows.update(
                    command.bureau(),
                    open.due(
                            ticket.state().waits()
                                    ? clocks.pause(command, open, ticket.state(), clock.instant())
                                    : clocks.resume(command, open)));
        }
    }
}
