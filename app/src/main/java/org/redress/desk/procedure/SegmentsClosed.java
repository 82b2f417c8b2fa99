package org.redress.desk.procedure;

import java.util.Optional;
import org.redress.desk.ticket.ClosingCondition;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** A ticket is not closed while a department has it, while nobody has decided whose it is, or before its last step is assessed. */
@Component
class SegmentsClosed implements ClosingCondition {

    private final Courses courses;

    SegmentsClosed(Courses courses) {
        this.courses = courses;
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
}
