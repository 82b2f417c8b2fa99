package org.redress.desk.recovery;

import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.StaffId;

/**
 * What was given to the customer of a ticket.
 *
 * @param sum what it cost, in the bureau's currency, more than 0; null where it is no money
 * @param takenBack who reversed it and when, null while it stands
 */
public record Remedy(
        RemedyId id,
        TicketId ticket,
        RemedyKind kind,
        @Nullable Money sum,
        String note,
        StaffId givenBy,
        Instant givenAt,
        @Nullable TakenBack takenBack) {

    /** The reversal of a remedy. */
    public record TakenBack(StaffId by, Instant at) {}

    /** Whether the customer still has it. */
    public boolean stands() {
        return takenBack == null;
    }
}
