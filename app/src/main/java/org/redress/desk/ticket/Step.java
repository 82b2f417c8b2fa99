package org.redress.desk.ticket;

import static org.redress.desk.ticket.TicketState.ACKNOWLEDGED;
import static org.redress.desk.ticket.TicketState.CANCELLED;
import static org.redress.desk.ticket.TicketState.CLOSED;
import static org.redress.desk.ticket.TicketState.HELD;
import static org.redress.desk.ticket.TicketState.IN_PROGRESS;
import static org.redress.desk.ticket.TicketState.PENDING;
import static org.redress.desk.ticket.TicketState.REJECTED;
import static org.redress.desk.ticket.TicketState.RESOLVED;

import java.util.Set;

/** The steps from state to state: the whole of the state machine. Text by key {@code ticket.step.NAME}. */
public enum Step {
    START(Set.of(ACKNOWLEDGED), IN_PROGRESS, false),
    /** The customer owes something; the clock stands still. */
    PEND(Set.of(IN_PROGRESS), PENDING, true),
    /** Something else must come first; the clock stands still. */
    HOLD(Set.of(IN_PROGRESS), HELD, true),
    RESUME(Set.of(PENDING, HELD), IN_PROGRESS, false),
    RESOLVE(Set.of(IN_PROGRESS), RESOLVED, false),
    /** The customer is not content; after the closing only within a period. */
    REOPEN(Set.of(RESOLVED, CLOSED), IN_PROGRESS, true),
    CLOSE(Set.of(RESOLVED), CLOSED, false),
    /** It is not ours or no matter at all. */
    REJECT(Set.of(ACKNOWLEDGED), REJECTED, true),
    /** The customer takes it back, or it was opened by mistake. */
    CANCEL(Set.of(ACKNOWLEDGED, IN_PROGRESS, PENDING, HELD), CANCELLED, true);

    private final Set<TicketState> from;
    private final TicketState to;
    private final boolean needsReason;

    Step(Set<TicketState> from, TicketState to, boolean needsReason) {
        this.from = from;
        this.to = to;
        this.needsReason = needsReason;
    }

    public Set<TicketState> from() {
        return from;
    }

    public TicketState to() {
        return to;
    }

    /** Whether it cannot be taken without saying why. */
    public boolean needsReason() {
        return needsReason;
    }
}
