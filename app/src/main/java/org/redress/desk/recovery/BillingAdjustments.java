package org.redress.desk.recovery;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;

/** Where postings go: the billing of the office. Until there is one, a book of this room takes them. */
public interface BillingAdjustments {

    /**
     * Takes adjustments, each once by its posting: again, it gives the same answer and does nothing.
     *
     * @return an answer for each posting
     */
    Map<UUID, Answer> take(Actor product, List<Adjustment> adjustments);

    /**
     * An adjustment of what a customer pays.
     *
     * @param posting the entry of the ledger that it comes from
     * @param reverses the posting that it takes back, or null
     * @param customer whose account; null where the ticket has none
     * @param onBill whether it relieves the customer's bill; else it is a cost of the house, e.g. of a gift
     * @param sum above 0 for the customer, below 0 where it is taken back
     * @param day of the posting, where the bureau is
     */
    record Adjustment(
            UUID posting,
            @Nullable UUID reverses,
            @Nullable CustomerId customer,
            boolean onBill,
            Money sum,
            LocalDate day) {}

    /** What billing says. */
    sealed interface Answer {

        record Accepted() implements Answer {}

        /** It is asked again later. */
        record Open() implements Answer {}

        record Refused(Reason reason) implements Answer {}
    }

    /** Why billing refuses. Text by key {@code billing.reason.NAME}. */
    enum Reason {
        /** There is no account that it could be set against. */
        ACCOUNT,
        /** What it takes back was never taken. */
        ORIGINAL
    }
}
