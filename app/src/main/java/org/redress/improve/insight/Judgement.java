package org.redress.improve.insight;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When an effect may be said to have been seen.
 *
 * @param minimumWeeks how long a change must have been in effect
 * @param minimumCases how many cases there must be on both sides together
 */
record Judgement(int minimumWeeks, int minimumCases) {

    Effect of(LocalDate change, LocalDate until, Effect.Side before, Effect.Side after, Effect.Base base) {
        LocalDate from = change.minusDays(ChronoUnit.DAYS.between(change, until));
        if (!(before.customers() > 0 && after.customers() > 0)) {
            return new Effect(
                    Verdict.TOO_FEW, from, change, until, before, after, null, base, Effect.Missing.CUSTOMERS, null);
        }
        RateDifference found = difference(before.cases(), before, after.cases(), after);
        Effect.Missing missing = missing(change, until, before, after, found);
        LocalDate sayable = missing == Effect.Missing.WEEKS ? change.plusWeeks(minimumWeeks) : null;
        return new Effect(
                missing == null ? verdict(found) : Verdict.TOO_FEW,
                from,
                change,
                until,
                before,
                after,
                new Effect.Difference(found.low(), found.difference(), found.high()),
                base,
                missing,
                sayable);
    }

    /** A change that has not been in effect for one complete day. */
    Effect notBegun(LocalDate change, Effect.Base base) {
        Effect.Side none = new Effect.Side(0, 0, 0, 0);
        return new Effect(
                Verdict.TOO_FEW,
                change,
                change,
                change,
                none,
                none,
                null,
                base,
                Effect.Missing.START,
                change.plusWeeks(minimumWeeks));
    }

    private Effect.@Nullable Missing missing(
            LocalDate change, LocalDate until, Effect.Side before, Effect.Side after, RateDifference found) {
        if (until.isBefore(change.plusWeeks(minimumWeeks))) {
            return Effect.Missing.WEEKS;
        }
        if (before.cases() + after.cases() < minimumCases) {
            return Effect.Missing.CASES;
        }
        return verdict(found) == verdict(completed(before, after)) ? null : Effect.Missing.CAUSES;
    }

    /**
     * Causes are named late, so the newest tickets look free of every cause. Here those still unnamed are filled in with
     * the share that the cause has among the named ones of their own period.
     */
    private static RateDifference completed(Effect.Side before, Effect.Side after) {
        return difference(filled(before), before, filled(after), after);
    }

    private static double filled(Effect.Side side) {
        return side.named() == 0
                ? side.cases()
                : side.cases() * (double) (side.named() + side.unnamed()) / side.named();
    }

    private static RateDifference difference(
            double casesBefore, Effect.Side before, double casesAfter, Effect.Side after) {
        return RateDifference.of(
                RateDifference.Rate.of(casesBefore, before.customers() / 1000),
                RateDifference.Rate.of(casesAfter, after.customers() / 1000));
    }

    private static Verdict verdict(RateDifference found) {
        if (found.below()) {
            return Verdict.EFFECT_SEEN;
        }
        return found.above() ? Verdict.WORSE : Verdict.NO_EFFECT;
    }
}
