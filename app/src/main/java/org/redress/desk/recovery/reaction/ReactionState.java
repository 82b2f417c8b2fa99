package org.redress.desk.recovery.reaction;

/** Where a step stands. Text by key {@code reaction.state.NAME}. */
public enum ReactionState {
    OPEN,
    MET,
    /** Owed no longer. */
    SPARED,
    /** The ticket was closed without it. */
    MISSED
}
