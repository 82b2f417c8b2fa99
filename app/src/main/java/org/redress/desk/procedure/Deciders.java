package org.redress.desk.procedure;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.redress.desk.procedure.SegmentResult.Done;
import org.redress.desk.procedure.SegmentResult.Reason;
import org.redress.desk.procedure.SegmentResult.Refused;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.UnitId;
import org.redress.platform.web.Typed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Matters that were thrown between departments: each stands still until somebody who gives out work names its department. */
@Component
public class Deciders {

    private final Courses courses;
    private final Segments segments;
    private final Sending sending;
    private final SegmentRows rows;
    private final RulingRows rulings;
    private final RulingClocks clocks;
    private final JourneyRows journeys;
    private final Clock clock;

    Deciders(
            Courses courses,
            Segments segments,
            Sending sending,
            SegmentRows rows,
            RulingRows rulings,
            RulingClocks clocks,
            JourneyRows journeys,
            Clock clock) {
        this.courses = courses;
        this.segments = segments;
        this.sending = sending;
        this.rows = rows;
        this.rulings = rulings;
        this.clocks = clocks;
        this.journeys = journeys;
        this.clock = clock;
    }

    /** Names the department whose the matter is: it cannot give it back. */
    @Transactional
    public SegmentResult decide(Actor actor, TicketId ticket, UnitId unit, String why) {
        actor.require(Action.ASSIGN, "ticket");
        Course course = courses.hold(actor, ticket);
        Ruling ruling = course.ruling();
        if (ruling == null) {
            return new Refused(Reason.NOT_STOPPED);
        }
        if (!course.ticket().state().inHand()) {
            return new Refused(Reason.ENDED);
        }
        String reason = Typed.required(why, "why", Task.LONGEST_TEXT);
        rulings.decide(actor, ruling, unit, reason, clock.instant());
        clocks.decided(actor.bureau(), ruling.id(), clock.instant());
        Segment open = course.open().orElse(null);
        Segment named = open != null && open.unit().equals(unit)
                ? keep(actor, open, reason)
                : send(actor, course, open, unit, reason);
        journeys.decided(actor.bureau(), ticket);
        return new Done(named);
    }

    private Segment keep(Actor actor, Segment open, String why) {
        Segment named = open.decidedNow();
        rows.update(actor.bureau(), named);
        sending.handOver(actor, named, Handover.What.DECIDE, open.unit(), open.unit(), why);
        return named;
    }

    private Segment send(
            Actor actor, Course course, @org.jspecify.annotations.Nullable Segment open, UnitId unit, String why) {
        if (open != null) {
            segments.cancelled(actor, course, open, why);
        }
        Integer place = course.segments().stream()
                .filter(one -> one.unit().equals(unit) && one.place() != null)
                .map(Segment::place)
                .reduce(null, (first, second) -> second);
        return sending.offer(
                actor,
                course,
                course.taskFor(unit),
                place,
                Handover.What.DECIDE,
                course.ticket().unit(),
                why);
    }

    /** What waits for a decision, the longest first, after a place in that order. */
    public List<Ruling> waiting(Actor actor, Instant after, UUID id, int limit) {
        actor.require(Action.READ, SegmentClocks.KIND);
        return rulings.open(actor.bureau(), after, id, limit);
    }

    public long count(Actor actor) {
        actor.require(Action.READ, SegmentClocks.KIND);
        return rulings.count(actor.bureau());
    }
}
