package org.redress.desk.ticket;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written down of a change: its row of the history.
 *
 * @param what as in {@link TicketStory.Happened}
 * @param about failure type, number of the other ticket, staff id or source, by {@code what}
 */
record Happening(
        UUID ticket,
        String what,
        @Nullable TicketState from,
        TicketState to,
        @Nullable String why,
        @Nullable String about) {

    /** A change that leaves the state as it is. */
    static Happening of(Ticket ticket, String what, @Nullable String why, @Nullable String about) {
        return new Happening(ticket.id().value(), what, ticket.state(), ticket.state(), why, about);
    }

    static Happening of(Ticket ticket, Step step, @Nullable String why) {
        return new Happening(
                ticket.id().value(), step.name().toLowerCase(Locale.ROOT), ticket.state(), step.to(), why, null);
    }
}
