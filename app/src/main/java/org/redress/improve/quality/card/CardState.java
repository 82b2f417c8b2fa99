package org.redress.improve.quality.card;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a card stands. Text by key {@code card.state.NAME}. */
public enum CardState {
    /** Told to whom it concerns, who is heard until a limit. */
    PROPOSED("due"),
    /** Who it concerns has been heard, or has let the limit pass: it waits for a decision. */
    HEARD("now"),
    /** Decided; the only state in which it counts. */
    STANDS("late"),
    /** Decided that it is none. */
    DROPPED("ok"),
    /** Taken back by whoever proposed it. */
    WITHDRAWN("ok"),
    /** Stood and is looked at again; it does not count meanwhile. */
    APPEALED("due"),
    /** Stood and does so no longer. */
    LIFTED("ok"),
    EXPIRED("ok");

    private final String look;

    CardState(String look) {
        this.look = look;
    }

    /** How screens mark it. */
    public String look() {
        return look;
    }

    /** Whether it counts in figures and towards a graver card. */
    public boolean counts() {
        return this == STANDS;
    }

    /** Whether somebody has yet to do something. */
    public boolean open() {
        return this == PROPOSED || this == HEARD || this == APPEALED;
    }

    /** Whether it has come to nothing, so that its complaints may bring another one. */
    boolean nothing() {
        return this == DROPPED || this == WITHDRAWN || this == LIFTED;
    }

    /** What people can do with it from here; the rest follows by itself. */
    Set<CardStep> possible() {
        Set<CardStep> steps = legalSteps();
        steps.removeAll(EnumSet.of(CardStep.CLOSE_HEARING, CardStep.EXPIRE));
        if (this == STANDS) {
            steps.remove(CardStep.LIFT);
        }
        return steps;
    }

    Set<CardStep> legalSteps() {
        return Arrays.stream(CardStep.values())
                .filter(step -> step.from().contains(this))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CardStep.class)));
    }
}
