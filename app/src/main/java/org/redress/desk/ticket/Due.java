package org.redress.desk.ticket;

/** When the reply to the customer falls due. Text by key {@code ticket.due.NAME}. */
public enum Due {
    /** It is overdue. */
    LATE,
    /** Before midnight. */
    TODAY
}
