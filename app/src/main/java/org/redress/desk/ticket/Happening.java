package org.redress.desk.ticket;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written down of a change: its row of the history.
 *
 * @param what as in {@link TicketStory.Happened}
 * @param about failure type, number of the other ticket, staff id, source or reason of the pause that is over, by {@code what}
 * @param version of the ticket after it; null where the ticket itself stays as it is
 * @param touched columns of the ticket that it wrote; {@link #EVERYTHING} where it may be any
 */
record Happening(
        UUID ticket,
        String what,
        @Nullable TicketState from,
        TicketState to,
        @Nullable String why,
        @Nullable String about,
        @Nullable Integer version,
        Set<String> touched) {

    static final String EVERYTHING = "*";

    Happening(
            UUID ticket,
            String what,
            @Nullable TicketState from,
            TicketState to,
            @Nullable String why,
            @Nullable String about) {
        this(ticket, what, from, to, why, about, null, Set.of());
    }

    /** A change that leaves the state as it is. */
    static Happening of(Ticket ticket, String what, @Nullable String why, @Nullable String about) {
        return new Happening(ticket.id().value(), what, ticket.state(), ticket.state(), why, about);
    }

    static Happening of(Ticket ticket, Step step, @Nullable String why) {
        return new Happening(
                ticket.id().value(), step.name().toLowerCase(Locale.ROOT), ticket.state(), step.to(), why, null);
    }

    Happening about(String other) {
        return new Happening(ticket, what, from, to, why, other, version, touched);
    }

    Happening touching(int after, Set<String> columns) {
        return new Happening(ticket, what, from, to, why, about, after, columns);
    }
}
