package org.redress.desk.ticket;

import org.jspecify.annotations.Nullable;

/**
 * Narrows a view; null lets everything through.
 *
 * @param type failure type, decided or else suggested
 */
public record TicketFilter(
        @Nullable TicketKind kind,
        @Nullable TicketState state,
        @Nullable Channel channel,
        @Nullable String type) {

    public static final TicketFilter NONE = new TicketFilter(null, null, null, null);
}
