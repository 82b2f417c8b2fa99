package org.redress.improve.quality.hot;

import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * When many complaints are more than chance. The spans before the window say how many it should have,
 * {@code expected = (earlier + 0.5) / spans}; the half is Jeffreys' prior for a Poisson rate, so that a matter without any
 * past has no expectation of nothing. The score is how unlikely the count is by chance, in powers of ten:
 * {@code score = -log10 P(X >= count)} for a Poisson X with that mean. 3 is one window in a thousand. Surveillance of
 * outbreaks of diseases reckons so (Farrington, Andrews, Beale and Catchpole, 1996, "A statistical algorithm for the early
 * detection of outbreaks of infectious disease"), here without trend and season, which a few weeks do not show.
 *
 * @param minimum fewer complaints than so many are never hot
 * @param raise from this score on a matter is hot
 * @param cool below this score a hot one is hot no longer; lower than {@code raise}, so that it does not flicker
 */
record HeatPolicy(int windowDays, int spans, int minimum, double raise, double cool) {

    /** Scores end here: nobody needs to tell one in a million billions from less. */
    static final double HOTTEST = 15;

    private static final double PRIOR = 0.5;

    HeatPolicy {
        if (windowDays < 1 || spans < 1 || minimum < 1 || cool > raise) {
            throw new IllegalArgumentException("no window, no past, or cooler than cool");
        }
    }

    Heat measure(int count, int earlier) {
        double expected = (earlier + PRIOR) / spans;
        double chance = count <= 0 ? 1 : PoissonDistribution.of(expected).survivalProbability(count - 1);
        double score = Math.clamp(-Math.log10(chance), 0, HOTTEST);
        return new Heat(windowDays, spans, count, earlier, expected, score);
    }

    boolean hot(Heat heat) {
        return heat.count() >= minimum && heat.score() >= raise;
    }

    boolean stillHot(Heat heat) {
        return heat.count() >= minimum && heat.score() >= cool;
    }
}
