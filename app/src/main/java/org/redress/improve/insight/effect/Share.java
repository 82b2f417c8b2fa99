package org.redress.improve.insight.effect;

/**
 * A share with its 95 % interval (E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22,
 * 1927).
 *
 * @param n of how many; of weighted ones how many they are worth
 */
public record Share(double n, double value, double low, double high) {

    private static final double Z = 1.959964;

    /** Of a count. */
    static Share of(long n, long yes) {
        if (n <= 0 || yes < 0 || yes > n) {
            throw new IllegalArgumentException("no share: " + yes + " of " + n);
        }
        return of((double) n, (double) yes / n);
    }

    /** Of a weighted share that is worth so many. */
    static Share of(double n, double value) {
        double z2 = Z * Z;
        double middle = (value + z2 / (2 * n)) / (1 + z2 / n);
        double half = Z / (1 + z2 / n) * Math.sqrt(Math.max(0, value * (1 - value)) / n + z2 / (4 * n * n));
        return new Share(n, value, Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
