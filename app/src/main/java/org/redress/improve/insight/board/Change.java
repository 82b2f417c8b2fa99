package org.redress.improve.insight.board;

import java.util.List;
import org.redress.improve.insight.RateDifference;

/**
 * Whether a count changed beyond chance between two periods of equal length. Values are named late, so it must hold as
 * well when those that are still missing are filled in with the shares of the others of their period.
 *
 * @param now by what a count of this period grows once all is named
 * @param before the same of the period before
 */
record Change(double now, double before) {

    static Change of(List<BoardRows.Count> counts, BoardRows.Without missingNow, BoardRows.Without missingBefore) {
        return new Change(
                growth(counts.stream().mapToLong(BoardRows.Count::now).sum(), missingNow),
                growth(counts.stream().mapToLong(BoardRows.Count::before).sum(), missingBefore));
    }

    private static double growth(long named, BoardRows.Without missing) {
        return named == 0 ? 1 : (double) (named + missing.done() + missing.open()) / named;
    }

    boolean above(BoardRows.Count count) {
        return counted(count).above() && filled(count).above();
    }

    boolean below(BoardRows.Count count) {
        return counted(count).below() && filled(count).below();
    }

    private static RateDifference counted(BoardRows.Count count) {
        return difference(count.before(), count.now());
    }

    private RateDifference filled(BoardRows.Count count) {
        return difference(count.before() * before, count.now() * now);
    }

    private static RateDifference difference(double before, double now) {
        return RateDifference.of(RateDifference.Rate.of(before, 1), RateDifference.Rate.of(now, 1));
    }
}
