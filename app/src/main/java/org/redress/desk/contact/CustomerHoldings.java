package org.redress.desk.contact;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;

/**
 * What a customer has and owes, asked of the systems that know it. Each of the two is a bean that asks the office once
 * that keeps orders or bills; while there is none, pages say so.
 */
public final class CustomerHoldings {

    private CustomerHoldings() {}

    /** Asks the system of orders. */
    public interface Services {
        /** What is installed at the customer's now, the latest first. */
        List<Service> of(Actor actor, CustomerId customer);
    }

    /** Asks the system of bills. */
    public interface Debts {
        /** What is not paid, the oldest first. */
        List<Debt> of(Actor actor, CustomerId customer);
    }

    /**
     * A product in use.
     *
     * @param number line, account or device by which it is known, masked
     * @param since null where that is not known
     */
    public record Service(
            String name, String number, @Nullable LocalDate since) {}

    /** A bill that is not paid. */
    public record Debt(String bill, Money sum, LocalDate dueOn) {}
}
