package org.redress.desk.recovery.ledger;

import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.UnitId;
import org.redress.ground.party.CustomerId;
import org.redress.platform.database.Ids;

/**
 * A compensation to be entered.
 *
 * @param key by which it is entered once, however often it is sent
 * @param unit whose budget pays for it
 * @param type code of the kind of remedy
 * @param failure the identity of what failed besides its ticket, e.g. of an outage; a customer is compensated once for it
 * @param failureType code of the failure's type as it is known, or null
 * @param sum more than 0, in the currency of the bureau
 * @param why in words, where something spoke against it; may be empty
 */
public record Proposal(
        CompensationId id,
        String key,
        @Nullable TicketId ticket,
        @Nullable CustomerId customer,
        UnitId unit,
        String type,
        @Nullable UUID failure,
        @Nullable String failureType,
        Money sum,
        String why) {

    /** A proposal with an id of its own. */
    public static Proposal of(
            String key,
            @Nullable TicketId ticket,
            @Nullable CustomerId customer,
            UnitId unit,
            String type,
            @Nullable UUID failure,
            @Nullable String failureType,
            Money sum) {
        return new Proposal(
                new CompensationId(Ids.next()), key, ticket, customer, unit, type, failure, failureType, sum, "");
    }

    /** The same without the identity of what failed: for what is owed beside anything else that is given for it. */
    public Proposal withoutFailure() {
        return new Proposal(id, key, ticket, customer, unit, type, null, failureType, sum, why);
    }
}
