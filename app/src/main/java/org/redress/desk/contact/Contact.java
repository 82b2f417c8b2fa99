package org.redress.desk.contact;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.ground.party.CustomerId;

/**
 * A contact as it stands.
 *
 * @param customer null for an anonymous one
 * @param takenBy who took it first, and answers for it until a ticket's responsible person does
 * @param took from opening the form to saving; null where nobody knows
 * @param answer what was answered at once, else null
 */
public record Contact(
        ContactId id,
        int version,
        Channel channel,
        @Nullable CustomerId customer,
        Mood mood,
        String words,
        StaffId takenBy,
        UnitId unit,
        Instant spokenAt,
        Instant recordedAt,
        @Nullable Duration took,
        Outcome outcome,
        @Nullable String answer,
        Matter matter,
        @Nullable Decision decision) {

    /**
     * The tickets that it has to do with.
     *
     * @param ticket in which it is dealt with
     * @param earlier which was resolved or had ended before the customer spoke
     * @param named by the customer, where another one leads it
     */
    public record Matter(
            @Nullable TicketId ticket,
            @Nullable TicketId earlier,
            @Nullable TicketId named) {

        static final Matter NONE = new Matter(null, null, null);

        /** The ticket in which it is dealt with, else the one that had ended; null where there is none. */
        public @Nullable TicketId about() {
            return ticket == null ? earlier : ticket;
        }
    }

    /** A person's yes or no to taking the matter up again. */
    public record Decision(StaffId by, Instant at, @Nullable String why) {}
}
