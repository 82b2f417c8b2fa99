package org.redress.desk.recovery.plan;

/** Why a remedy is offered. Text by key {@code plan.why.NAME}. */
public enum Why {
    /** How it was done failed: words come first. */
    PROCESS,
    OURS,
    /** Nobody has judged yet whose doing it was: it counts as ours until then. */
    NOT_JUDGED,
    NOT_OURS,
    CUSTOMERS_DOING,
    /** The customer is angry or furious and wants to be heard before anything else. */
    HEATED,
    WORRIED,
    /** The second failure of its kind. */
    REPEATED,
    LINE_DOWN,
    TIME_WITHOUT,
    EQUIPMENT,
    MONEY,
    SUPPLY,
    INFORMATION,
    CONDUCT,
    /** Whatever failed is put in order. */
    IN_ORDER,
    /** It costs us little and helps them. */
    HELPED_ANYWAY
}
