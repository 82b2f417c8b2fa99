package org.redress.desk.ticket;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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
    CLOSED,
    /** Received since midnight at the bureau, wherever they stand now; this and the following the latest first. */
    RECEIVED_TODAY,
    /** Resolved since midnight. */
    RESOLVED_TODAY,
    /** Ended since midnight. */
    CLOSED_TODAY,
    /** Whose reply fell in the last 30 days, in time or late. */
    ANSWERED;

    private static final Set<TicketView> OF_A_PERIOD =
            EnumSet.of(RECEIVED_TODAY, RESOLVED_TODAY, CLOSED_TODAY, ANSWERED);

    /** Whether it tells what happened in a period, not what is owed; such a list is reached from the ring. */
    public boolean ofAPeriod() {
        return OF_A_PERIOD.contains(this);
    }

    /** Whether the latest come first, whatever falls due next. */
    public boolean latestFirst() {
        return this == CLOSED || ofAPeriod();
    }

    /** As it stands in an address, e.g. {@code due-today}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<TicketView> ofSlug(String slug) {
        return Arrays.stream(values()).filter(view -> view.slug().equals(slug)).findFirst();
    }
}
