package org.redress.desk.care.station;

/**
 * A mean or a share with the 95 % interval in which it lies.
 *
 * @param n answers
 * @param value mean of marks, or share of yes
 */
public record Estimate(long n, double value, double low, double high) {

    /** The normal distribution's. */
    private static final double Z = 1.959964;

    /** From at least one answer. */
    static Estimate of(QuestionKind kind, long n, long sum, long squares) {
        return kind == QuestionKind.MARK ? mean(kind, n, sum, squares) : share(n, sum);
    }

    /** Student's interval, within the marks that there are. */
    private static Estimate mean(QuestionKind kind, long n, long sum, long squares) {
        double mean = (double) sum / n;
        if (n < 2) {
            return new Estimate(n, mean, kind.least(), kind.most());
        }
        double variance = Math.max(0, (squares - (double) sum * sum / n) / (n - 1));
        double half = student(n - 1) * Math.sqrt(variance / n);
        return new Estimate(n, mean, Math.max(kind.least(), mean - half), Math.min(kind.most(), mean + half));
    }

    /** Student's 97.5 % quantile, to a hundredth from five degrees of freedom on (Abramowitz and Stegun, 26.7.5). */
    static double student(long freedom) {
        double f = freedom;
        double z3 = Z * Z * Z;
        double z5 = z3 * Z * Z;
        double z7 = z5 * Z * Z;
        return Z
                + (z3 + Z) / (4 * f)
                + (5 * z5 + 16 * z3 + 3 * Z) / (96 * f * f)
                + (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / (384 * f * f * f);
    }

    /** Wilson's interval (1927). */
    private static Estimate share(long n, long yes) {
        double share = (double) yes / n;
        double z2 = Z * Z;
        double middle = (share + z2 / (2 * n)) / (1 + z2 / n);
        double half = Z / (1 + z2 / n) * Math.sqrt(share * (1 - share) / n + z2 / (4.0 * n * n));
        return new Estimate(n, share, Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
