package org.redress.desk.appeal.chain;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Where an appeal stands. Text by key {@code appeal.state.NAME}. */
public enum AppealState {
    RECEIVED("due"),
    /** The body does not take it. */
    REFUSED("ok"),
    ACCEPTED("now"),
    /** The operator has it and owes a reply. */
    FORWARDED("due"),
    REPLIED("now"),
    MEDIATING("now"),
    /** Both sides have agreed. */
    SETTLED("done"),
    /** Mediation came to nothing; a decision is owed. */
    UNSETTLED("due"),
    DECIDED("done"),
    /** The appellant has taken it back. */
    WITHDRAWN("ok");

    private static final Set<AppealState> ENDS = EnumSet.of(REFUSED, SETTLED, DECIDED, WITHDRAWN);

    private final String look;

    AppealState(String look) {
        this.look = look;
    }

    /** How screens mark it. */
    public String look() {
        return look;
    }

    public boolean open() {
        return !ENDS.contains(this);
    }

    /** Whether it ended with an outcome, after which the appellant is asked. */
    public boolean answered() {
        return this == SETTLED || this == DECIDED;
    }

    /** The steps that lead on from here. */
    public Set<AppealStep> legalSteps() {
        return Arrays.stream(AppealStep.values())
                .filter(step -> step.from().contains(this))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(AppealStep.class)));
    }
}
