package org.redress.desk.recovery.reaction;

import org.redress.desk.ticket.Ticket;

/** The ring of a ticket on a page of its own, with the form that came back. */
public record RingPage(Ticket ticket, RingShown ring) {}
