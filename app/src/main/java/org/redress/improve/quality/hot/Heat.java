package org.redress.improve.quality.hot;

/**
 * How hot a matter is, and how that was reckoned.
 *
 * @param windowDays length of the window, in days
 * @param spans how many spans of that length before it were looked at
 * @param count complaints in the window
 * @param earlier complaints in the spans before
 * @param expected complaints that the window would have by the spans before
 * @param score 0 and up; see {@link HeatPolicy}
 */
public record Heat(int windowDays, int spans, int count, int earlier, double expected, double score) {

    /** One in how many windows would have as many by chance alone. */
    public double oneIn() {
        return Math.pow(10, score);
    }
}
