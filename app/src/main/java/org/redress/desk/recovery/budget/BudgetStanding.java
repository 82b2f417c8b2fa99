package org.redress.desk.recovery.budget;

import org.joda.money.Money;

/**
 * How a budget stands, from kept sums.
 *
 * @param waiting proposed, and not in the other figures
 * @param committed promised and not posted
 * @param spent posted
 * @param forecast what will be committed and spent at its end, by {@link Forecast}
 */
public record BudgetStanding(Budget budget, Money waiting, Money committed, Money spent, Money forecast) {

    /** Below 0 where it is overdrawn. */
    public Money left() {
        return budget.sum().minus(committed).minus(spent);
    }

    public boolean over() {
        return left().isNegative();
    }

    /** Whether it is not over yet and will be, as it goes. */
    public boolean willBeOver() {
        return !over() && forecast.isGreaterThan(budget.sum());
    }
}
