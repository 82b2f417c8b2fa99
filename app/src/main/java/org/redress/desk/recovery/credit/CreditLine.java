package org.redress.desk.recovery.credit;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.DeadTime;
import org.redress.desk.recovery.RentOfTime;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.ground.party.CustomerId;

/**
 * A line in a run.
 *
 * @param rent for a month
 * @param statutory whether a law owes its sum
 * @param times of the problem whose rent is given
 * @param sum the rent of these times; where nothing is given, that of the whole problem
 * @param had the rent of the rest of the problem, which the customer has by a waiver
 * @param why nothing is given for it, or null
 * @param compensation its id in the ledger
 */
record CreditLine(
        UUID line,
        CustomerId customer,
        String label,
        Money rent,
        boolean statutory,
        List<DeadTime> times,
        Money sum,
        Money had,
        CreditShare.@Nullable Why why,
        CompensationId compensation) {

    CreditLine {
        times = List.copyOf(times);
    }

    /** The rent of the whole problem. */
    Money whole() {
        return sum.plus(had);
    }

    /** What is left of it where these times are waived; nothing where all of it is, or the customer has it otherwise. */
    CreditLine without(List<DeadTime> waived, boolean compensated, ZoneId zone) {
        List<DeadTime> left = DeadTime.without(times, waived);
        if (why != null || left.equals(times) && !compensated) {
            return this;
        }
        Money less = RentOfTime.of(rent, left, zone);
        if (compensated || less.isZero()) {
            return new CreditLine(
                    line,
                    customer,
                    label,
                    rent,
                    statutory,
                    times,
                    whole(),
                    Money.zero(rent.getCurrencyUnit()),
                    CreditShare.Why.COMPENSATED,
                    compensation);
        }
        return new CreditLine(
                line, customer, label, rent, statutory, left, less, whole().minus(less), null, compensation);
    }
}
