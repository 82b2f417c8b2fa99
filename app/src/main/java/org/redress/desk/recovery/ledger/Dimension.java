package org.redress.desk.recovery.ledger;

/** What balances are kept by. Text by key {@code ledger.dimension.NAME}. */
public enum Dimension {
    /** By calendar year; the key is the customer's id. */
    CUSTOMER,
    /** By month; the key is the budget's id. */
    BUDGET,
    /** By month; the key is the code of the kind of remedy. */
    TYPE,
    /** By month; the key is the name of a {@link Basis}. */
    BASIS,
    /** By day; the key is the id of the member of staff who proposed it. */
    AGENT
}
