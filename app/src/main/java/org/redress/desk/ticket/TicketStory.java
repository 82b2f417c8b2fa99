package org.redress.desk.ticket;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;

/** Everything that happened with a ticket, the oldest first. Notes stand here and nowhere a customer looks. */
public record TicketStory(List<Entry> entries) {

    /** A message to the customer was given up or came back. */
    public static final String UNDELIVERED = "undelivered";

    /** A message to the customer was not sent, because they have declined the way. */
    public static final String WITHHELD = "withheld";

    /** The source says another state of what somebody here works on. */
    public static final String TOLD = "told";

    /** A message to the customer was not written, because they have no address; somebody has to tell them. */
    public static final String UNREACHED = "unreached";

    /** One thing that happened. */
    public sealed interface Entry {
        Instant at();

        StaffId by();
    }

    /**
     * A change.
     *
     * @param what {@code open}, {@code take}, {@code spoke}, {@code classify}, {@code settle}, {@code assign}, {@code join},
     *     {@code part}, {@code source}, {@code told}, or a {@link Step} in lower case; text by key {@code ticket.history.WHAT}
     * @param from state before, or null where there was none
     * @param why in the words of the person, of the customer where they spoke, or null
     * @param about failure type, number of the other ticket, channel of what was said or not delivered, occasion
     *     of what could not be written, state that the source says, reason of the pause that ended by itself, or staff
     *     id of the person, by {@code what}
     */
    public record Happened(
            Instant at,
            StaffId by,
            String what,
            @Nullable TicketState from,
            TicketState to,
            @Nullable String why,
            @Nullable String about)
            implements Entry {}

    /** An internal note. */
    public record Noted(Instant at, StaffId by, String text) implements Entry {}

    /** A reply to the customer. */
    public record Answered(Instant at, StaffId by, @Nullable String post, Channel channel, String text)
            implements Entry {}
}
