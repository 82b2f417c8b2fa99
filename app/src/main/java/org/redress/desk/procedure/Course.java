package org.redress.desk.procedure;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Ticket;
import org.redress.ground.identity.UnitId;

/**
 * Where a ticket stands on its way through the departments.
 *
 * @param version of the procedure that it follows, or null
 * @param decided hand-overs up to this one have been decided about
 * @param segments in the order in which they were sent
 * @param ruling the decision that it waits for, or null
 */
record Course(
        Ticket ticket,
        @Nullable VersionRef version,
        long decided,
        List<Segment> segments,
        @Nullable Ruling ruling) {

    /** The department that has it. */
    Optional<Segment> open() {
        return segments.stream().filter(one -> one.state().open()).findFirst();
    }

    Optional<Segment> last() {
        return segments.isEmpty() ? Optional.empty() : Optional.of(segments.getLast());
    }

    /** What was done last, where nobody has said yet how. */
    Optional<Segment> awaiting() {
        return lastDone().filter(Segment::awaitsAssessment);
    }

    Optional<Segment> lastDone() {
        return segments.stream().filter(one -> one.state() == SegmentState.DONE).reduce((first, second) -> second);
    }

    /** How far the procedure has been gone through: the highest place that is done; -1 for none. */
    int done() {
        return segments.stream()
                .filter(one -> one.state() == SegmentState.DONE && one.place() != null)
                .mapToInt(one -> one.place() == null ? -1 : one.place())
                .max()
                .orElse(-1);
    }

    /** What a department that is named by a decider is given to do. */
    Task taskFor(UnitId unit) {
        return segments.reversed().stream()
                .filter(one -> one.unit().equals(unit))
                .findFirst()
                .or(this::open)
                .or(this::last)
                .orElseThrow()
                .task()
                .to(unit)
                .unnamed();
    }
}
