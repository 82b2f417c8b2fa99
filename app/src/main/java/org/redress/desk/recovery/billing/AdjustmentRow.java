package org.redress.desk.recovery.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.BillingAdjustments;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.party.CustomerId;

/**
 * An adjustment and what became of it.
 *
 * @param sum above 0 for the customer, below 0 where it is taken back
 * @param reason why billing refused it, or null
 * @param why how a person settled it; may be empty
 * @param settledBy who did, or null
 */
public record AdjustmentRow(
        UUID posting,
        CompensationId compensation,
        @Nullable UUID reverses,
        @Nullable CustomerId customer,
        boolean onBill,
        Money sum,
        LocalDate day,
        AdjustmentState state,
        BillingAdjustments.@Nullable Reason reason,
        String why,
        @Nullable StaffId settledBy,
        Instant askedAt) {

    /** Whether billing might take it if it is sent again: what has no account never gets one. */
    public boolean retriable() {
        return state == AdjustmentState.REFUSED && reason != BillingAdjustments.Reason.ACCOUNT;
    }

    BillingAdjustments.Adjustment adjustment() {
        return new BillingAdjustments.Adjustment(posting, reverses, customer, onBill, sum, day);
    }
}
