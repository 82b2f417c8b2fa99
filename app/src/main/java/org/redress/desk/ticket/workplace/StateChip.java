package org.redress.desk.ticket.workplace;

import org.redress.desk.ticket.TicketState;

/**
 * How screens mark a state; the word beside it is {@code ticket.state.NAME}.
 *
 * @param look colour, as in every chip
 * @param icon the glyph that says it without the colour
 */
public record StateChip(TicketState state, String look, String icon) {

    public static StateChip of(TicketState state) {
        return switch (state) {
            case ACKNOWLEDGED -> new StateChip(state, "ok", "ticket");
            case IN_PROGRESS -> new StateChip(state, "now", "player-play");
            case PENDING, HELD -> new StateChip(state, "paused", "player-pause-f");
            case RESOLVED -> new StateChip(state, "done", "check");
            case CLOSED -> new StateChip(state, "done", "circle-check-f");
            case REJECTED -> new StateChip(state, "ok", "x");
            case CANCELLED -> new StateChip(state, "ok", "minus");
        };
    }
}
