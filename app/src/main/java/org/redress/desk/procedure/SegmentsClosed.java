package org.redress.desk.procedure;

import java.util.List;
import java.util.Optional;
import org.redress.desk.ticket.ClosingCondition;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/**
 * A ticket is not closed while a department has it, while nobody has decided whose it is, or before its last step is assessed;
 * nor with a control point of its procedure left out, unless somebody who gives out work says why.
 */
@Component
class SegmentsClosed implements ClosingCondition {

    private final Courses courses;
    private final ProcedureRows procedures;

    SegmentsClosed(Courses courses, ProcedureRows procedures) {
        this.courses = courses;
        this.procedures = procedures;
    }

    @Override
    public Optional<String> missing(Actor actor, TicketId ticket) {
        Course course = courses.look(actor, ticket);
        if (course.ruling() != null) {
            return Optional.of("segment.closing.ruling");
        }
        if (course.open().isPresent()) {
            return Optional.of("segment.closing.open");
        }
        return course.awaiting().map(one -> "segment.closing.assess");
    }

    /** Whatever lies before the last step that is done was done itself, or passed over by a decider. */
    @Override
    public List<String> leftOut(Actor actor, TicketId ticket) {
        Course course = courses.look(actor, ticket);
        VersionRef version = course.version();
        return version == null
                ? List.of()
                : procedures.find(actor.bureau(), version.procedure(), version.number()).stream()
                        .flatMap(followed -> followed.stages().stream())
                        .filter(stage ->
                                stage.place() > course.done() && stage.task().control())
                        .map(stage -> stage.task().name())
                        .toList();
    }
}
