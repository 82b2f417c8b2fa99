package org.redress.ground.party;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a customer is to the house.
 *
 * @param monthly what they pay in a month, 0 or more; null where it is not known
 * @param since first day as a customer, in the bureau's days; null where it is not known
 * @param left day on which they left; null while they are a customer, or nobody said otherwise
 */
public record Standing(
        CustomerId customer,
        Segment segment,
        @Nullable Money monthly,
        @Nullable LocalDate since,
        @Nullable LocalDate left) {

    /** What is said of a customer of whom nothing is known. */
    public static Standing unknown(CustomerId customer) {
        return new Standing(customer, Segment.RESIDENTIAL, null, null, null);
    }

    Standing leaving(LocalDate on) {
        return new Standing(customer, segment, monthly, since, on);
    }
}
