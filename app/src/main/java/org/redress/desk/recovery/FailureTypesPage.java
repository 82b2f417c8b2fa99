package org.redress.desk.recovery;

import java.util.List;
import java.util.Map;
import org.redress.desk.ticket.TicketBoard;

/**
 * The taxonomy as a page.
 *
 * @param open how many open tickets are of each telecom type, decided or else suggested
 */
public record FailureTypesPage(List<FailureNode> groups, Map<String, TicketBoard.Tally> open) {

    private static final TicketBoard.Tally NONE = new TicketBoard.Tally(0, 0);

    /** Open tickets of a type and of all types below it. */
    public TicketBoard.Tally tally(FailureNode node) {
        return node.below().stream()
                .map(this::tally)
                .reduce(open.getOrDefault(node.type().code(), NONE), FailureTypesPage::sum);
    }

    /** Where the tickets of a telecom type are listed. */
    public String listOf(FailureType type) {
        return "/desk?view=open&type=" + type.code();
    }

    private static TicketBoard.Tally sum(TicketBoard.Tally a, TicketBoard.Tally b) {
        return new TicketBoard.Tally(a.total() + b.total(), a.late() + b.late());
    }
}
