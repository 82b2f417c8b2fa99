package org.redress.desk.fault;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a work order stands. Text by key {@code fault.state.NAME}. */
public enum RepairState {
    /** With a repair post that has not taken it up yet. */
    SENT("due"),
    ACCEPTED("now"),
    ON_SITE("now"),
    /** The post says so; the customer has not been asked yet. */
    RESTORED("paused"),
    /** The post cannot restore it; somebody must send it elsewhere. */
    NOT_RESTORED("late"),
    /** The customer says that it works. */
    CONFIRMED("done"),
    /** The post says so; the customer could not be asked, however often somebody tried. */
    UNREACHED("ok"),
    /** The ticket was taken back. */
    WITHDRAWN("ok");

    private final String look;

    RepairState(String look) {
        this.look = look;
    }

    /** How screens mark it. */
    public String look() {
        return look;
    }

    /** Whether somebody still has to do something. */
    public boolean open() {
        return this != CONFIRMED && this != UNREACHED && this != WITHDRAWN;
    }

    /** Whether the line works again, as far as the post knows. */
    public boolean restored() {
        return this == RESTORED || this == CONFIRMED || this == UNREACHED;
    }

    /** What people can do with it from here. */
    public Set<RepairStep> legal() {
        return Arrays.stream(RepairStep.values())
                .filter(step -> step.by() != RepairStep.By.NOBODY)
                .filter(step -> step.from().contains(this))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(RepairStep.class)));
    }
}
