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
        @Nullable String type,
        @Nullable Due due,
        @Nullable Grade severity) {

    public static final TicketFilter NONE = new TicketFilter(null, null, null, null);

    public TicketFilter(
            @Nullable TicketKind kind, @Nullable TicketState state, @Nullable Channel channel, @Nullable String type) {
        this(kind, state, channel, type, null);
    }

    public TicketFilter(
            @Nullable TicketKind kind,
            @Nullable TicketState state,
            @Nullable Channel channel,
            @Nullable String type,
            @Nullable Due due) {
        this(kind, state, channel, type, due, null);
    }
}
