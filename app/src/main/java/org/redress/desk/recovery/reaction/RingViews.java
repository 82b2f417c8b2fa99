package org.redress.desk.recovery.reaction;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.platform.web.Attempt;
import org.springframework.stereotype.Component;

/** Puts together the ring of a ticket. */
@Component
class RingViews {

    private final Reactions reactions;
    private final ReactionClocks clocks;
    private final Tickets tickets;
    private final Staff staff;
    private final Clock clock;

    RingViews(Reactions reactions, ReactionClocks clocks, Tickets tickets, Staff staff, Clock clock) {
        this.reactions = reactions;
        this.clocks = clocks;
        this.tickets = tickets;
        this.staff = staff;
        this.clock = clock;
    }

    RingShown of(Actor actor, TicketId id, Attempt attempt) {
        Ticket ticket = tickets.get(actor, id);
        List<StepStanding> steps = reactions.of(actor, id);
        List<StepStanding> earlier = reactions.earlier(actor, id);
        return new RingShown(
                id,
                steps,
                earlier,
                steps.isEmpty()
                        ? Map.of()
                        : clocks.of(actor, id).stream()
                                .collect(Collectors.toMap(
                                        one -> one.name(), Function.identity(), (first, second) -> second)),
                staff
                        .members(
                                actor,
                                Stream.concat(steps.stream(), earlier.stream())
                                        .flatMap(step -> Stream.ofNullable(step.by()))
                                        .toList())
                        .entrySet()
                        .stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().name())),
                actor.may(Action.WRITE, Reactions.KIND) && tickets.mayWrite(actor, ticket),
                clock.instant(),
                actor.zone(),
                attempt);
    }
}
