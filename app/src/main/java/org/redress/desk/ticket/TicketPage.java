package org.redress.desk.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next cursor of the page after this one, or null at the end
 * @param back cursor of the page before this one, or null at the beginning
 */
public record TicketPage(
        List<TicketCard> cards,
        @Nullable String next,
        @Nullable String back) {}
