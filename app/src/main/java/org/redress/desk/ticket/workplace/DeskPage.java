package org.redress.desk.ticket.workplace;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.FailureVocabulary;

/**
 * The three panes of the desk.
 *
 * @param sheet the ticket that is open, or null where the list is empty
 * @param chosen whether somebody asked for this ticket; else it is the first of the list, and a phone shows the list
 * @param types the failure types that the list can be narrowed to
 * @param exporting whether the reader may take the list out as a file
 * @param importing whether the reader may see the files that came in
 */
public record DeskPage(
        DeskAddress address,
        List<ViewGroup> views,
        TicketList list,
        @Nullable TicketSheet sheet,
        boolean chosen,
        List<FailureVocabulary.Group> types,
        boolean exporting,
        boolean importing) {

    /** Views under a heading; {@code title} is already in the reader's language. */
    public record ViewGroup(String title, boolean named, List<Entry> entries) {}

    /**
     * One view.
     *
     * @param total how many stand in it; null where nobody counts
     * @param late how many of them are late
     */
    public record Entry(
            String text,
            String href,
            boolean current,
            @Nullable Long total,
            long late) {}
}
