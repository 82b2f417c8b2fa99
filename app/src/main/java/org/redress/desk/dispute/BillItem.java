package org.redress.desk.dispute;

import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of a bill.
 *
 * @param at when it was made, or when the fee fell due
 * @param what in the words of the bill
 * @param called number or service, or null
 * @param seconds how long, or null
 * @param kilobytes how much, or null
 * @param held out of dunning
 * @param adjusted what the customer no longer owes of it
 */
public record BillItem(
        ItemId id,
        BillId bill,
        int place,
        Instant at,
        ItemKind kind,
        String what,
        @Nullable String called,
        @Nullable Integer seconds,
        @Nullable Long kilobytes,
        Money sum,
        Money held,
        Money adjusted) {

    /** What may be dunned of it. */
    public Money dunnable() {
        return sum.minus(held).minus(adjusted);
    }

    /** Whether it can be disputed: nothing of it is held or adjusted. */
    public boolean free() {
        return held.isZero() && adjusted.isZero();
    }
}
