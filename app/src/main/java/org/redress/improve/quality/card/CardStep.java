package org.redress.improve.quality.card;

import static org.redress.improve.quality.card.CardState.APPEALED;
import static org.redress.improve.quality.card.CardState.DROPPED;
import static org.redress.improve.quality.card.CardState.EXPIRED;
import static org.redress.improve.quality.card.CardState.HEARD;
import static org.redress.improve.quality.card.CardState.LIFTED;
import static org.redress.improve.quality.card.CardState.PROPOSED;
import static org.redress.improve.quality.card.CardState.STANDS;
import static org.redress.improve.quality.card.CardState.WITHDRAWN;

import java.util.Set;

/** What can be done with a card: the whole of its state machine. Text by key {@code card.step.NAME}. */
public enum CardStep {
    /** Whoever it concerns says their part; more can be said until it is decided. */
    STATE(Set.of(PROPOSED, HEARD), HEARD),
    /** The limit has passed without a word. */
    CLOSE_HEARING(Set.of(PROPOSED), HEARD),
    WITHDRAW(Set.of(PROPOSED, HEARD), WITHDRAWN),
    UPHOLD(Set.of(HEARD), STANDS),
    DROP(Set.of(HEARD), DROPPED),
    APPEAL(Set.of(STANDS), APPEALED),
    CONFIRM(Set.of(APPEALED), STANDS),
    /** By a decision on an appeal, or because what it rested upon is no more. */
    LIFT(Set.of(STANDS, APPEALED), LIFTED),
    EXPIRE(Set.of(STANDS), EXPIRED);

    private final Set<CardState> from;
    private final CardState to;

    CardStep(Set<CardState> from, CardState to) {
        this.from = from;
        this.to = to;
    }

    Set<CardState> from() {
        return from;
    }

    CardState to() {
        return to;
    }

    /** Key of what somebody does for it to happen: a decision has two ends. Of what follows by itself there is none. */
    String does() {
        return switch (this) {
            case STATE -> "card.do.state";
            case WITHDRAW -> "card.do.withdraw";
            case UPHOLD, DROP -> "card.do.decide";
            case APPEAL -> "card.do.appeal";
            case CONFIRM, LIFT -> "card.do.judge";
            case CLOSE_HEARING, EXPIRE -> throw new IllegalStateException(this + " follows by itself");
        };
    }
}
