package org.redress.desk.procedure;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketStory;
import org.redress.desk.ticket.TicketStory.Happened;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.springframework.stereotype.Component;

/** Lays out who had a ticket when. */
@Component
class Timelines {

    private final Tickets tickets;
    private final HandoverRows handovers;
    private final Staff staff;
    private final Clock clock;

    Timelines(Tickets tickets, HandoverRows handovers, Staff staff, Clock clock) {
        this.tickets = tickets;
        this.handovers = handovers;
        this.staff = staff;
        this.clock = clock;
    }

    /** Up to its end, or up to now. */
    Timeline of(Actor actor, Ticket ticket) {
        Instant closed = ticket.outcome().closedAt();
        Instant received = ticket.origin().receivedAt();
        Instant until = closed == null ? clock.instant() : closed;
        return TimelineReckoning.of(
                received,
                until.isBefore(received) ? received : until,
                answered(actor, ticket),
                handovers.of(actor.bureau(), ticket.id(), 0));
    }

    /** The departments of those who answered for it, one after the other. */
    private List<TimelineReckoning.Answered> answered(Actor actor, Ticket ticket) {
        record Taken(Instant at, StaffId by) {}
        TicketStory story = tickets.story(actor, ticket.id());
        List<Taken> taken = story.entries().stream()
                .filter(Happened.class::isInstance)
                .map(Happened.class::cast)
                .map(one -> {
                    StaffId by = taker(one);
                    return by == null ? null : new Taken(one.at(), by);
                })
                .filter(Objects::nonNull)
                .toList();
        Map<StaffId, StaffMember> people =
                staff.members(actor, taken.stream().map(Taken::by).toList());
        List<TimelineReckoning.Answered> answered = new ArrayList<>();
        for (Taken one : taken) {
            StaffMember member = people.get(one.by());
            answered.add(new TimelineReckoning.Answered(one.at(), member == null ? ticket.unit() : member.unit()));
        }
        if (answered.isEmpty()) {
            answered.add(new TimelineReckoning.Answered(ticket.origin().receivedAt(), ticket.unit()));
        }
        return answered;
    }

    private static @Nullable StaffId taker(Happened one) {
        return switch (one.what()) {
            case "open", "take" -> one.by();
            case "assign", "accept" -> one.about() == null ? null : new StaffId(UUID.fromString(one.about()));
            default -> null;
        };
    }
}
