package org.redress.desk.recovery.authority;

import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * How much a post may give or approve by itself.
 *
 * @param ofCase for one case: everything that is given by choice for the same failure
 * @param ofCustomer for a customer in a calendar year, by choice, whoever gave it
 * @param ofDay for one person in a day, given and approved together
 */
public record Limits(Money ofCase, Money ofCustomer, Money ofDay) {

    /**
     * Whether a sum is covered, after what was given for the case besides, the customer was given in the year and the person
     * has authorised today.
     */
    boolean cover(Money sum, Money besides, Money inYear, Money today) {
        return !besides.plus(sum).isGreaterThan(ofCase)
                && !inYear.plus(sum).isGreaterThan(ofCustomer)
                && !today.plus(sum).isGreaterThan(ofDay);
    }

    /** The largest sum for a case that is covered, after what the customer was given in the year and the person today. */
    Money left(Money inYear, Money today) {
        Money left = Stream.of(ofCase, ofCustomer.minus(inYear), ofDay.minus(today))
                .min(Money::compareTo)
                .orElseThrow();
        return left.isNegative() ? Money.zero(left.getCurrencyUnit()) : left;
    }

    /** Whether it could be covered on a day on which nothing was given yet. */
    boolean couldCover(Money sum, Money besides, Money inYear) {
        return cover(sum, besides, inYear, Money.zero(sum.getCurrencyUnit()));
    }
}
