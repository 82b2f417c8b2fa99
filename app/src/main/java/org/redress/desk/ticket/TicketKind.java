package org.redress.desk.ticket;

/** What a ticket is about. Text by key {@code ticket.kind.NAME}. */
public enum TicketKind {
    COMPLAINT,
    FAULT,
    BILL_DISPUTE,
    ENQUIRY,
    SUGGESTION,
    PRAISE
}
