package org.redress.desk.care.preference;

import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.ContactId;
import org.redress.desk.ticket.TicketId;

/**
 * At what a preference is noted, confirmed or withdrawn.
 *
 * @param contact which is being taken, or null
 * @param ticket that is being worked on, or null
 */
public record Occasion(
        @Nullable ContactId contact, @Nullable TicketId ticket) {

    public static final Occasion NONE = new Occasion(null, null);

    public static Occasion of(ContactId contact) {
        return new Occasion(contact, null);
    }

    public static Occasion of(TicketId ticket) {
        return new Occasion(null, ticket);
    }
}
