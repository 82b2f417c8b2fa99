package org.redress.desk.procedure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.desk.procedure.SegmentResult.Done;
import org.redress.desk.procedure.SegmentResult.Reason;
import org.redress.desk.procedure.SegmentResult.Refused;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.platform.web.Typed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The way of a ticket along its procedure: begun and moved on by people, with the next step at hand. */
@Component
public class Journeys {

    private final Courses courses;
    private final JourneyRows rows;
    private final ProcedureRows procedures;
    private final Segments segments;
    private final Sending sending;
    private final SegmentRights rights;
    private final Timelines timelines;

    Journeys(
            Courses courses,
            JourneyRows rows,
            ProcedureRows procedures,
            Segments segments,
            Sending sending,
            SegmentRights rights,
            Timelines timelines) {
        this.courses = courses;
        this.rows = rows;
        this.procedures = procedures;
        this.segments = segments;
        this.sending = sending;
        this.rights = rights;
        this.timelines = timelines;
    }

    /** Begins the procedure for the ticket's kind and type in an area, in its current version, with its first step. */
    @Transactional
    public SegmentResult start(Actor actor, TicketId ticket, Area area) {
        Course course = courses.hold(actor, ticket);
        SegmentRights.require(rights.mayLead(actor, course));
        Procedure procedure = applicable(actor, course.ticket(), area).orElse(null);
        if (procedure == null || course.version() != null) {
            return new Refused(procedure == null ? Reason.NO_STAGE : Reason.MOVED);
        }
        Reason refusal = Segments.sendable(course).orElse(null);
        if (refusal != null) {
            return new Refused(refusal);
        }
        rows.follow(actor.bureau(), ticket, procedure.ref());
        return offer(actor, course, procedure.stages().getFirst(), "");
    }

    /**
     * Sends the matter to a step of its procedure.
     *
     * @param why required where it is not the next one; a control point is left out by a decider only
     */
    @Transactional
    public SegmentResult sendOn(Actor actor, TicketId ticket, int place, String why) {
        Course course = courses.hold(actor, ticket);
        SegmentRights.require(rights.maySend(actor, course));
        Reason refusal = Segments.sendable(course).orElse(null);
        if (refusal != null) {
            return new Refused(refusal);
        }
        List<Stage> stages = stages(actor, course);
        if (place < 0 || place >= stages.size()) {
            return new Refused(Reason.NO_STAGE);
        }
        int next = course.done() + 1;
        boolean skips = stages.stream()
                .anyMatch(stage -> stage.place() >= next
                        && stage.place() < place
                        && stage.task().control());
        if (skips && !rights.mayDecide(actor)) {
            return new Refused(Reason.CONTROL);
        }
        String reason = place == next
                ? Typed.optional(why, "why", Task.LONGEST_TEXT)
                : Typed.required(why, "why", Task.LONGEST_TEXT);
        return offer(actor, course, stages.get(place), reason);
    }

    private SegmentResult offer(Actor actor, Course course, Stage stage, String why) {
        return new Done(sending.offer(
                actor, course, stage.task(), stage.place(), Handover.What.SEND, segments.from(actor, course), why));
    }

    private Optional<Procedure> applicable(Actor actor, Ticket ticket, Area area) {
        String type = ticket.classified() != null
                ? ticket.classified().type()
                : ticket.suggestion() == null ? null : ticket.suggestion().type();
        return procedures
                .best(actor.bureau(), ticket.kind(), type, area)
                .flatMap(id -> procedures.find(actor.bureau(), id, null));
    }

    private @Nullable Procedure followed(Actor actor, Course course) {
        VersionRef ref = course.version();
        return ref == null
                ? null
                : procedures.find(actor.bureau(), ref.procedure(), ref.number()).orElse(null);
    }

    private List<Stage> stages(Actor actor, Course course) {
        Procedure followed = followed(actor, course);
        return followed == null ? List.of() : followed.stages();
    }

    /** Where a ticket stands, and what this person may do about it. */
    public JourneyView look(Actor actor, TicketId id) {
        actor.require(Action.READ, SegmentClocks.KIND);
        Course course = courses.look(actor, id);
        Procedure followed = followed(actor, course);
        Segment open = course.open().orElse(null);
        boolean sendable = Segments.sendable(course).isEmpty();
        Map<Area, Procedure> offered = new LinkedHashMap<>();
        if (followed == null && sendable) {
            Arrays.stream(Area.values())
                    .forEach(area -> applicable(actor, course.ticket(), area).ifPresent(one -> offered.put(area, one)));
        }
        return new JourneyView(
                course.ticket(),
                course.segments(),
                followed,
                ahead(course, followed),
                offered,
                course.awaiting().orElse(null),
                course.ruling(),
                timelines.of(actor, course.ticket()),
                new JourneyView.Can(
                        sendable && rights.maySend(actor, course),
                        rights.mayLead(actor, course),
                        open != null && rights.mayHandle(actor, open),
                        rights.mayDecide(actor)));
    }

    /** The steps of the procedure that are still to come. */
    private static List<Stage> ahead(Course course, @Nullable Procedure followed) {
        if (followed == null) {
            return List.of();
        }
        int done = course.done();
        List<Stage> ahead = new ArrayList<>(
                followed.stages().stream().filter(stage -> stage.place() > done).toList());
        course.open().ifPresent(open -> ahead.removeIf(stage -> open.place() != null && stage.place() <= open.place()));
        return ahead;
    }
}
