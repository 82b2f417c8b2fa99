package org.redress.desk.procedure;

import static org.redress.desk.procedure.SegmentState.ACCEPTED;
import static org.redress.desk.procedure.SegmentState.CANCELLED;
import static org.redress.desk.procedure.SegmentState.DONE;
import static org.redress.desk.procedure.SegmentState.OFFERED;
import static org.redress.desk.procedure.SegmentState.RETURNED;

import java.util.Set;

/** What can be done with a segment: the whole of its state machine. Text by key {@code segment.step.NAME}. */
public enum SegmentStep {
    ACCEPT(Set.of(OFFERED), ACCEPTED),
    FINISH(Set.of(ACCEPTED), DONE),
    GIVE_BACK(Set.of(OFFERED, ACCEPTED), RETURNED),
    CANCEL(Set.of(OFFERED, ACCEPTED), CANCELLED),
    /** The next one refuses what was done. */
    REOPEN(Set.of(DONE), ACCEPTED);

    private final Set<SegmentState> from;
    private final SegmentState to;

    SegmentStep(Set<SegmentState> from, SegmentState to) {
        this.from = from;
        this.to = to;
    }

    Set<SegmentState> from() {
        return from;
    }

    SegmentState to() {
        return to;
    }
}
