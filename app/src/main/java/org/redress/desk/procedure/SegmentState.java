package org.redress.desk.procedure;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a segment stands. Text by key {@code segment.state.NAME}. */
public enum SegmentState {
    /** Sent to a department that has not taken it up yet; its clock runs. */
    OFFERED("due"),
    ACCEPTED("now"),
    DONE("done"),
    /** Back where it came from: not theirs. */
    RETURNED("late"),
    CANCELLED("ok");

    private final String look;

    SegmentState(String look) {
        this.look = look;
    }

    /** How screens mark it. */
    public String look() {
        return look;
    }

    /** Whether a department has the matter. */
    public boolean open() {
        return this == OFFERED || this == ACCEPTED;
    }

    Set<SegmentStep> legalSteps() {
        return Arrays.stream(SegmentStep.values())
                .filter(step -> step.from().contains(this))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(SegmentStep.class)));
    }
}
