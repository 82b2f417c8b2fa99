package org.redress.desk.ticket;

/** What failed: what was delivered, or how. Text by key {@code ticket.failurekind.NAME}. */
public enum FailureKind {
    OUTCOME,
    PROCESS
}
