package org.redress.desk.ticket;

import java.util.List;
import java.util.Set;

/** What came of a wish to change a ticket. */
public sealed interface StepResult {

    /** Done and recorded; the ticket as it stands now. */
    record Done(Ticket ticket) implements StepResult {}

    /**
     * Not possible as things are.
     *
     * @param reasons message keys, at least one
     * @param ticket as it stands
     * @param legal the steps that are possible
     * @param unanswered tickets joined to it whose customers have not been answered, where that is among the reasons
     * @param leftOut names of what closing would leave out, where that is among the reasons
     */
    record Refused(
            List<String> reasons, Ticket ticket, Set<Step> legal, List<TicketNumber> unanswered, List<String> leftOut)
            implements StepResult {

        Refused(Ticket ticket, List<String> reasons) {
            this(ticket, reasons, List.of(), List.of());
        }

        Refused(Ticket ticket, List<String> reasons, List<TicketNumber> unanswered, List<String> leftOut) {
            this(reasons, ticket, ticket.state().legalSteps(), unanswered, leftOut);
        }
    }

    /** Somebody else was faster: what the ticket says now. Nothing was written. */
    record Stale(Ticket now) implements StepResult {}
}
