package org.redress.desk.recovery.plan;

import org.jspecify.annotations.Nullable;

/**
 * Plans that were followed as offered beside those that differed. An observed difference: nobody drew lots who differs.
 *
 * @param minimum plans on each side before anything is said of them
 * @param days over which it looks back
 */
public record Comparison(Side followed, Side differed, int minimum, int days) {

    private static final int LEAST_MARK = 1;
    private static final int BEST_MARK = 5;

    /**
     * One side.
     *
     * @param plans of which the result is known: the ticket was resolved
     * @param failed of these opened again, not content, or taken to the regulator
     * @param marks what customers gave the recovery afterwards; empty where nobody asks
     */
    public record Side(long plans, long failed, Marks marks) {

        static final Side NONE = new Side(0, 0, Marks.NONE);
    }

    /** Marks from 1 to 5, added up. */
    public record Marks(long count, long sum, long squares) {

        static final Marks NONE = new Marks(0, 0, 0);
    }

    /** What the numbers say of those who differed. Text by key {@code plan.verdict.NAME}. */
    public enum Verdict {
        TOO_FEW,
        NO_DIFFERENCE,
        BETTER,
        WORSE
    }

    /** The share that failed; null where there are too few. */
    public @Nullable Interval share(Side side) {
        return side.plans() < minimum || side.plans() == 0 ? null : Interval.share(side.failed(), side.plans());
    }

    /** The mean mark; null where there are too few. */
    public @Nullable Interval mark(Side side) {
        Marks marks = side.marks();
        return marks.count() < Math.max(2, minimum)
                ? null
                : Interval.mean(marks.count(), marks.sum(), marks.squares(), LEAST_MARK, BEST_MARK);
    }

    /** Whether any mark was given at all. */
    public boolean marked() {
        return followed.marks().count() + differed.marks().count() > 0;
    }

    /** How much larger the share is that failed where it was differed; null where there are too few. */
    public @Nullable Interval difference() {
        Interval as = share(followed);
        Interval other = share(differed);
        return as == null || other == null ? null : Interval.difference(other, as);
    }

    public Verdict verdict() {
        Interval difference = difference();
        if (difference == null) {
            return Verdict.TOO_FEW;
        }
        if (!difference.tells()) {
            return Verdict.NO_DIFFERENCE;
        }
        return difference.value() < 0 ? Verdict.BETTER : Verdict.WORSE;
    }
}
