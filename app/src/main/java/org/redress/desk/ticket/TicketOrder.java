package org.redress.desk.ticket;

/** How a list of open tickets is sorted. Text by key {@code ticket.order.NAME}. */
public enum TicketOrder {
    /** What falls due next comes first. */
    DUE,
    /** The most severe come first; those that nobody has reckoned last. */
    SEVERITY
}
