package org.redress.desk.contact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;

/** What a customer has and was billed, asked of the rooms that know it: each of the two is a bean. */
public final class CustomerHoldings {

    private CustomerHoldings() {}

    /** Asks the system of orders. */
    public interface Services {
        /** What is installed at the customer's now, the latest first. */
        List<Service> of(Actor actor, CustomerId customer);

        /**
         * Whose numbers hold what was typed, by number; none where it is no part of a number, or this person may not see
         * them.
         */
        List<Held> numbered(Actor actor, String typed, int limit);
    }

    /** A product and whose it is. */
    public record Held(CustomerId customer, Service service) {}

    /** Asks whoever keeps bills. */
    public interface Bills {
        /** What may be dunned of the last bills, the latest first; empty where this person may not see bills. */
        Optional<List<Billed>> of(Actor actor, CustomerId customer);
    }

    /**
     * A product in use.
     *
     * @param number line, account or device by which it is known, masked
     * @param since null where that is not known
     */
    public record Service(
            String name, String number, @Nullable LocalDate since) {}

    /**
     * A bill. Whether it is paid is not known here.
     *
     * @param sum less what is disputed and what was taken off
     */
    public record Billed(String bill, Money sum, LocalDate issuedOn) {}
}
