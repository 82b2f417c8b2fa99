package org.redress.desk.ticket;

/** Whether the customer is content with the answer. Text by key {@code ticket.consent.NAME}. */
public enum Consent {
    CONTENT,
    NOT_CONTENT,
    NOT_REACHED
}
