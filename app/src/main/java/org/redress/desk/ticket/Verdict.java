package org.redress.desk.ticket;

/** What the investigation of a complaint came to. Text by key {@code ticket.verdict.NAME}. */
public enum Verdict {
    UPHELD,
    PARTLY,
    NOT_UPHELD
}
