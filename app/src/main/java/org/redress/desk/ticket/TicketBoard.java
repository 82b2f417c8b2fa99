package org.redress.desk.ticket;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;

/** The lists of the desk and their figures. Open work is sorted by what falls due next. */
public interface TicketBoard {

    /** A page of a view. {@code cursor} is from an earlier {@link TicketPage}, null for the first page. */
    TicketPage page(Actor actor, TicketView view, TicketFilter filter, @Nullable String cursor, int limit);

    long count(Actor actor, TicketView view, TicketFilter filter);

    /** How many tickets stand in each view of open work, and how many of them are late; one query. */
    Map<TicketView, Tally> tallies(Actor actor);

    /** The same of all open work by kind. */
    Map<TicketKind, Tally> talliesByKind(Actor actor);

    /** Tickets that hold all words, the newest first; a ticket's number finds that ticket. */
    TicketPage search(Actor actor, String words, @Nullable String cursor, int limit);

    /** The cards of these tickets in this order, without those outside the reader's scope. */
    List<TicketCard> cards(Actor actor, Collection<TicketId> ids);

    /** Every card of a view in its order, read as a stream. Needs the right to export. */
    void export(Actor actor, TicketView view, TicketFilter filter, Consumer<TicketCard> each);

    RingFigures figures(Actor actor, Instant now);

    /** How many, and how many of them late. */
    record Tally(long total, long late) {}
}
