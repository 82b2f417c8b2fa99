package org.redress.desk.dispute.page;

import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.duplicate.Earlier.Likeness;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketNumber;

/**
 * Money that the customer of a dispute was given, or may yet be, for what may be the same matter.
 *
 * @param kind code of the kind of remedy
 * @param waits whether somebody still has to say yes to it
 * @param on the ticket on which it was given; null for what a run of credits brought
 */
public record GivenBeside(
        Instant at,
        Money sum,
        String kind,
        boolean waits,
        Likeness likeness,
        @Nullable On on) {

    /** @param readable whether the reader may look at the ticket */
    public record On(TicketId ticket, TicketNumber number, boolean readable) {}

    /** Whether it was given for this very matter as far as anybody has said. */
    boolean certain() {
        return likeness.same() || likeness == Likeness.TICKET || likeness == Likeness.PARTED;
    }
}
