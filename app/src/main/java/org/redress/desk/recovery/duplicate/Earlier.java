package org.redress.desk.recovery.duplicate;

import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.ledger.Basis;
import org.redress.desk.recovery.ledger.Compensation;
import org.redress.desk.ticket.TicketCard;

/**
 * A compensation that the same failure may have had already.
 *
 * @param ticket on which it was given; null where that is not known or not for this reader
 */
public record Earlier(
        Compensation compensation,
        Likeness likeness,
        @Nullable TicketCard ticket) {

    /** Whether a law owes it: it is good to know, and stands in the way of nothing that is given by choice. */
    public boolean owed() {
        return compensation.basis() == Basis.OWED;
    }

    /** What makes it look the same, the surest first. Text by key {@code earlier.likeness.NAME}. */
    public enum Likeness {
        /** The same thing failed, e.g. the same outage. */
        FAILURE(true),
        /** Given on a ticket that is joined with this one. */
        JOINED(true),
        /** Given on a ticket that was parted from this one not long ago. */
        PARTED(false),
        /** Given on this ticket. */
        TICKET(false),
        /** In a run, for an outage that hit a line of theirs not long ago. */
        RUN(false),
        /**
         * The same customer, the same type of failure or one that nobody knows, on a ticket that was open at the same time as
         * this one: one failure may have come in by two channels.
         */
        OPEN_AT_ONCE(false),
        /** The same customer, the same type of failure, not long ago; one matter was closed before the other came in. */
        TYPE(false),
        /** A bill of the same customer, not long ago. */
        CUSTOMER(false);

        private final boolean same;

        Likeness(boolean same) {
            this.same = same;
        }

        /** Whether it is the same failure for certain, so that nobody can go on. */
        public boolean same() {
            return same;
        }

        /** Whether one person alone does not say that it is another failure: somebody else has to say yes. */
        public boolean doubtful() {
            return this == PARTED || this == OPEN_AT_ONCE;
        }
    }
}
