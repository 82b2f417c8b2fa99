package org.redress.improve.insight.effect;

/**
 * A mean of marks, from 1 to 5 where nothing else is said, with its 95 % interval: mean ± 1.96 standard errors, within the scale. Figures of fewer than the
 * rulebook's minimum are not shown, so that the normal distribution is good enough.
 */
public record Mean(long n, double value, double low, double high) {

    private static final double Z = 1.959964;
    private static final double LEAST = 1;
    private static final double MOST = 5;

    /** From two marks on. */
    static Mean of(long n, long sum, long squares) {
        return of(n, sum, squares, LEAST, MOST);
    }

    static Mean of(long n, long sum, long squares, double least, double most) {
        if (n < 2) {
            throw new IllegalArgumentException("no mean of " + n);
        }
        double mean = (double) sum / n;
        double variance = Math.max(0, (squares - (double) sum * sum / n) / (n - 1));
        double half = Z * Math.sqrt(variance / n);
        return new Mean(n, mean, Math.max(least, mean - half), Math.min(most, mean + half));
    }
}
