package org.redress.desk.recovery.ledger;

import java.util.UUID;
import org.joda.money.Money;
import org.redress.ground.identity.StaffId;

/**
 * What a budget has left.
 *
 * @param sum of the period
 * @param committed promised and not posted
 * @param spent posted
 */
public record BudgetLeft(UUID budget, StaffId holder, Money sum, Money committed, Money spent) {

    /** Below 0 where it is overdrawn. */
    public Money left() {
        return sum.minus(committed).minus(spent);
    }

    /** Whether a sum more is within it. */
    public boolean reaches(Money more) {
        return !more.isGreaterThan(left());
    }
}
