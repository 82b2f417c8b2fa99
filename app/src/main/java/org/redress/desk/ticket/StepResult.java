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
     */
    record Refused(List<String> reasons, Ticket ticket, Set<Step> legal) implements StepResult {

        Refused(Ticket ticket, List<String> reasons) {
            this(reasons, ticket, ticket.state().legalSteps());
        }
    }

    /** Somebody else was faster: what the ticket says now. Nothing was written. */
    record Stale(Ticket now) implements StepResult {}
}
