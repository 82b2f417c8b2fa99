package org.redress.desk.recovery;

import java.util.List;
import java.util.Map;
import org.redress.desk.ticket.TicketBoard;

/**
 * The taxonomy as a page.
 *
 * @param taxonomy with what has ended
 * @param open how many open tickets are of each telecom type, decided or else suggested
 */
public record FailureTypesPage(Taxonomy taxonomy, List<FailureNode> groups, Map<String, TicketBoard.Tally> open) {

    private static final TicketBoard.Tally NONE = new TicketBoard.Tally(0, 0);

    /** Open tickets of a type, of what has wholly gone into it, and of all types below it. */
    public TicketBoard.Tally tally(FailureNode node) {
        TicketBoard.Tally own = taxonomy.lineage().counted(node.type().code()).stream()
                .map(code -> open.getOrDefault(code, NONE))
                .reduce(NONE, FailureTypesPage::sum);
        return node.below().stream().map(this::tally).reduce(own, FailureTypesPage::sum);
    }

    /** Types that have ended and of which open tickets still are, because they cannot be counted with another one. */
    public List<FailureType> left() {
        return taxonomy.types().stream()
                .filter(type -> !type.lives() && open.containsKey(type.code()))
                .filter(type -> taxonomy.types().stream()
                        .noneMatch(other -> other.lives()
                                && taxonomy.lineage().counted(other.code()).contains(type.code())))
                .toList();
    }

    public TicketBoard.Tally tally(FailureType type) {
        return open.getOrDefault(type.code(), NONE);
    }

    /** Where the tickets of a telecom type are listed. */
    public String listOf(FailureType type) {
        return "/desk?view=open&type=" + type.code();
    }

    private static TicketBoard.Tally sum(TicketBoard.Tally a, TicketBoard.Tally b) {
        return new TicketBoard.Tally(a.total() + b.total(), a.late() + b.late());
    }
}
