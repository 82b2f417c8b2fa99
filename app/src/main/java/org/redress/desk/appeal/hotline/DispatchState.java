package org.redress.desk.appeal.hotline;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a dispatch stands. Text by key {@code dispatch.state.NAME}. */
public enum DispatchState {
    DISPATCHED("due"),
    SIGNED("now"),
    /** Answered to the city, whose return visit is to come. */
    ANSWERED("now"),
    /** Sent back to be done again. */
    REDO("late"),
    CLOSED("done");

    private final String look;

    DispatchState(String look) {
        this.look = look;
    }

    /** How screens mark it. */
    public String look() {
        return look;
    }

    /** Whether an answer is owed to the city. */
    public boolean owes() {
        return this == DISPATCHED || this == SIGNED || this == REDO;
    }

    /** The steps that lead on from here. */
    public Set<DispatchStep> legalSteps() {
        return Arrays.stream(DispatchStep.values())
                .filter(step -> step.from().contains(this))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DispatchStep.class)));
    }
}
