package org.redress.desk.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        /** One place and one failure type, or one subject where the type is unknown, several times in a short while. */
        PLACE
    }

    /** Whether another proposal has all its tickets and so says the same and more; of two that are equal the first reason stands. */
    boolean partOf(JoinProposal other) {
        Set<TicketId> mine = all();
        Set<TicketId> theirs = other.all();
        return theirs.containsAll(mine) && (theirs.size() > mine.size() || other.reason.compareTo(reason) < 0);
    }

    private Set<TicketId> all() {
        return Stream.concat(Stream.of(lead), tickets.stream())
                .map(TicketCard::id)
                .collect(Collectors.toSet());
    }
}
