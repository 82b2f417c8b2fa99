package org.redress.desk.recovery.plan;

/** A share or a mean with the 95 % interval in which it lies. */
public record Interval(double value, double low, double high) {

    /** The normal distribution's 97.5 % quantile. */
    private static final double Z = 1.959964;

    /** A share, with Wilson's interval (1927). From at least one case. */
    static Interval share(long part, long all) {
        double share = (double) part / all;
        double z2 = Z * Z;
        double middle = (share + z2 / (2.0 * all)) / (1 + z2 / all);
        double half = Z / (1 + z2 / all) * Math.sqrt(share * (1 - share) / all + z2 / (4.0 * all * all));
        return new Interval(share, Math.clamp(middle - half, 0, share), Math.clamp(middle + half, share, 1));
    }

    /** How much the one share is above the other, with Newcombe's interval (1998, method 10). */
    static Interval difference(Interval one, Interval other) {
        double value = one.value - other.value;
        double below = Math.hypot(one.value - one.low, other.high - other.value);
        double above = Math.hypot(one.high - one.value, other.value - other.low);
        return new Interval(value, value - below, value + above);
    }

    /** The mean of marks with its normal interval, within the marks that there are. From at least two. */
    static Interval mean(long n, long sum, long squares, int least, int most) {
        double mean = (double) sum / n;
        double variance = Math.max(0, (squares - (double) sum * sum / n) / (n - 1));
        double half = Z * Math.sqrt(variance / n);
        return new Interval(mean, Math.clamp(mean - half, least, mean), Math.clamp(mean + half, mean, most));
    }

    /** Whether all of it lies on one side of nothing. */
    boolean tells() {
        return low > 0 || high < 0;
    }
}
