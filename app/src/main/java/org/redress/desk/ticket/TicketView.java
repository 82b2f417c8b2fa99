package org.redress.desk.ticket;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The lists of the desk. One definition serves the list, its count and its export. Text by key {@code ticket.view.NAME}.
 */
public enum TicketView {
    /** Open and mine. */
    MINE,
    /** Open, and its responsibility offered to me. */
    OFFERED,
    /** Open in my unit. */
    UNIT,
    /** Came from a file and nobody has taken it. */
    UNCLAIMED,
    /** In hand and without a decided failure type. */
    UNCLASSIFIED,
    /** In hand and with one. */
    CLASSIFIED,
    DUE_TODAY,
    LATE,
    /** The clock stands still. */
    PAUSED,
    /** Resolved and not yet closed. */
    RESOLVED,
    /** All open work. */
    OPEN,
    /** At one of the three ends, the latest received first. */
    CLOSED;

    /** As it stands in an address, e.g. {@code due-today}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<TicketView> ofSlug(String slug) {
        return Arrays.stream(values()).filter(view -> view.slug().equals(slug)).findFirst();
    }
}
