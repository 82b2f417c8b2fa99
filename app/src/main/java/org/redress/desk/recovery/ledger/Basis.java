package org.redress.desk.recovery.ledger;

/** Why money is given. Text by key {@code ledger.basis.NAME}. */
public enum Basis {
    /** By choice: within the limits of whoever gives it, or approved. */
    GOODWILL,
    /** A law owes it, whatever the budget says. */
    OWED,
    /** Part of a run over many customers that two people have approved as a whole. */
    RUN
}
