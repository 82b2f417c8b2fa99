package org.redress.desk.ticket.workplace;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketCard;

/**
 * What a search for tickets found.
 *
 * @param query as it was typed
 * @param next address of the page after, or null
 * @param following whether this is a later page
 */
public record SearchPage(
        String query, List<Found> found, @Nullable String next, boolean following) {

    /** One ticket, its subject and a part of its text with the words marked. */
    public record Found(
            TicketCard card, StateChip state, Marked subject, Marked excerpt, String received, String who) {}
}
