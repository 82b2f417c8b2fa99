package org.redress.desk.ticket;

import java.time.Instant;
import java.util.List;

/**
 * Tickets that look like one matter.
 *
 * @param lead the earliest of them
 * @param tickets the others, the earliest first
 * @param at when the last of them was proposed
 */
public record JoinProposal(TicketCard lead, Reason reason, List<TicketCard> tickets, Instant at) {

    /** What they have in common. Text by key {@code ticket.join.NAME}. */
    public enum Reason {
        /** One customer, and one subject or failure type. */
        CUSTOMER,
        /** One place, and one subject or failure type, several times in a short while. */
        PLACE
    }
}
