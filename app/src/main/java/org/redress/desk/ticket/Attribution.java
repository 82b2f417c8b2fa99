package org.redress.desk.ticket;

/** Whose doing the failure was; it changes the answer that is given. Text by key {@code ticket.attribution.NAME}. */
public enum Attribution {
    PROVIDER,
    CUSTOMER,
    BEYOND_CONTROL,
    /** Somebody else's: another operator, a builder who cut a cable, a thief. */
    THIRD_PARTY
}
