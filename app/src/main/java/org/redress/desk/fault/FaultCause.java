package org.redress.desk.fault;

/** What was found to be the cause of a fault. Text by key {@code fault.cause.NAME}. */
public enum FaultCause {
    CABLE,
    NON_CABLE,
    /** The customer's own set, modem or wiring: at the customer's door. */
    OWN_EQUIPMENT,
    OUTAGE,
    NOTHING_FOUND
}
