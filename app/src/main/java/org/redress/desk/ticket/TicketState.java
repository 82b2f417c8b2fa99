package org.redress.desk.ticket;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a ticket stands; names and meaning as in TMF621. Text by key {@code ticket.state.NAME}. */
public enum TicketState {
    ACKNOWLEDGED("acknowledged"),
    IN_PROGRESS("inProgress"),
    /** Waits for the customer. */
    PENDING("pending"),
    /** Waits for something else. */
    HELD("held"),
    RESOLVED("resolved"),
    CLOSED("closed"),
    REJECTED("rejected"),
    CANCELLED("cancelled");

    private final String wire;

    TicketState(String wire) {
        this.wire = wire;
    }

    /** The name in the interface and in the database, e.g. {@code inProgress}. */
    public String wire() {
        return wire;
    }

    /** Whether somebody still has to do something: all but the three ends. */
    public boolean open() {
        return this != CLOSED && this != REJECTED && this != CANCELLED;
    }

    /** Whether the work itself is still to be done. */
    public boolean inHand() {
        return open() && this != RESOLVED;
    }

    /** Whether the clock stands still. */
    public boolean waits() {
        return this == PENDING || this == HELD;
    }

    /** The steps that lead on from here. */
    public Set<Step> legalSteps() {
        return Arrays.stream(Step.values())
                .filter(step -> step.from().contains(this))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Step.class)));
    }

    /** The state with this name of the interface. */
    public static TicketState ofWire(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no ticket state " + wire));
    }
}
