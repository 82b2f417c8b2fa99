package org.redress.improve.insight;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The difference of two rates of rare events, after minus before, with its 95 % interval.
 *
 * <p>The limits of each rate are exact for a Poisson count (F. Garwood, Fiducial limits for the Poisson distribution,
 * Biometrika 28 (1936) 437–442). They are joined by the method of variance estimates recovery (G. Y. Zou and A. Donner,
 * Construction of confidence limits about effect measures: a general approach, Statistics in Medicine 27 (2008)
 * 1693–1702), which holds its level also where a normal approximation does not: for few cases and for none.
 *
 * @param difference in the unit of the rates
 * @param low lower limit
 * @param high upper limit
 */
public record RateDifference(double difference, double low, double high) {

    private static final double TAIL = 0.025;

    /** A rate with its own exact limits. */
    public record Rate(double value, double low, double high) {

        /**
         * Of a count and what it is counted against.
         *
         * @param cases how many events; a fraction only where missing ones were filled in
         * @param base exposure, e.g. thousands of customers; above 0
         */
        public static Rate of(double cases, double base) {
            if (cases < 0 || !(base > 0)) {
                throw new IllegalArgumentException("no rate of " + cases + " to " + base);
            }
            double low = cases == 0 ? 0 : quantile(TAIL, 2 * cases) / 2;
            double high = quantile(1 - TAIL, 2 * cases + 2) / 2;
            return new Rate(cases / base, low / base, high / base);
        }

        private static double quantile(double p, double degrees) {
            return ChiSquaredDistribution.of(degrees).inverseCumulativeProbability(p);
        }
    }

    public static RateDifference of(Rate before, Rate after) {
        double difference = after.value() - before.value();
        double down = Math.hypot(after.value() - after.low(), before.high() - before.value());
        double up = Math.hypot(after.high() - after.value(), before.value() - before.low());
        return new RateDifference(difference, difference - down, difference + up);
    }

    /** Whether it is certainly less than before. */
    public boolean below() {
        return high < 0;
    }

    /** Whether it is certainly more than before. */
    public boolean above() {
        return low > 0;
    }
}
