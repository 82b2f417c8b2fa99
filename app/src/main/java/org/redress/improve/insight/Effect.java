package org.redress.improve.insight;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The rate of a cause before and after an action, over equally many complete days.
 *
 * @param from the first day before
 * @param change the day on which the change took effect: the first day after
 * @param until the day after the last one
 * @param difference cases per 1,000 customers in the period, after minus before; null where there is no complete day
 * @param base what the customers were counted by
 * @param reason what is missing, where too little is known; else null
 * @param sayableOn when it can be said, as far as that is known
 */
public record Effect(
        Verdict verdict,
        LocalDate from,
        LocalDate change,
        LocalDate until,
        Side before,
        Side after,
        @Nullable Difference difference,
        Base base,
        @Nullable Missing reason,
        @Nullable LocalDate sayableOn) {

    /**
     * One of the two periods.
     *
     * @param cases tickets with this cause
     * @param named tickets of the same place with any cause
     * @param unnamed tickets of the same place whose cause is not named yet
     * @param customers on average over the days
     */
    public record Side(long cases, long named, long unnamed, double customers) {

        /** Cases per 1,000 customers in the period. */
        public double rate() {
            return customers > 0 ? 1000 * cases / customers : 0;
        }
    }

    /** A difference with the limits of its 95 % interval. */
    public record Difference(double low, double value, double high) {}

    /** By what the customers were counted. Text by key {@code effect.base.NAME}. */
    public enum Base {
        /** The bureau's own figure for the place. */
        PLACE,
        /** The bureau's own figure for the whole bureau. */
        BUREAU,
        /** The customers the product knows, since the bureau keeps no figure. */
        KNOWN
    }

    /** Why nothing can be said. Text by key {@code effect.missing.NAME}. */
    public enum Missing {
        /** The change has not been in effect for a day. */
        START,
        WEEKS,
        CASES,
        /** Another verdict is possible once the causes that are still open are named. */
        CAUSES,
        /** Nothing to count against. */
        CUSTOMERS
    }

    /** Whether it is to be judged later: once it has lasted longer, or once the bureau has recorded its customers. */
    public boolean early() {
        return reason == Missing.START || reason == Missing.WEEKS || reason == Missing.CUSTOMERS;
    }

    /** Length of each period. */
    public int days() {
        return (int) ChronoUnit.DAYS.between(change, until);
    }
}
