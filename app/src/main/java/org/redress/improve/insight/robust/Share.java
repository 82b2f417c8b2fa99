package org.redress.improve.insight.robust;

/**
 * A share with the limits of its 95 % interval (Wilson 1927), which holds for few cases and for shares near 0 and 1.
 *
 * @param hits 0 to {@code of}
 */
public record Share(long hits, long of, double low, double high) {

    /** The 0.975 quantile of the normal distribution. */
    private static final double Z = 1.959964;

    static Share of(long hits, long of) {
        if (of == 0) {
            return new Share(0, 0, 0, 1);
        }
        double share = (double) hits / of;
        double middle = (share + Z * Z / (2 * of)) / (1 + Z * Z / of);
        double half = Z / (1 + Z * Z / of) * Math.sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of));
        return new Share(
                hits, of, hits == 0 ? 0 : Math.max(0, middle - half), hits == of ? 1 : Math.min(1, middle + half));
    }

    public double value() {
        return of == 0 ? 0 : (double) hits / of;
    }
}
