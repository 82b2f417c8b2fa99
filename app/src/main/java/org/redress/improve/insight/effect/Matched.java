package org.redress.improve.insight.effect;

import java.util.Collection;

/**
 * How many stayed, against customers who were like them: the same segment, as long with us and paying as much a month, each within
 * a doubling, in the same month. The similar ones are weighted as the cases lie over these strata (direct standardisation); a
 * case without anybody like it is left out and counted. What is said is an observed difference; the customers were not drawn by
 * lot.
 *
 * <p>The interval joins the two shares' own by the method of variance estimates recovery (R. G. Newcombe, Interval estimation for
 * the difference between independent proportions, Statistics in Medicine 17, 1998, method 10); the weighted ones count as many as
 * they are worth (L. Kish, Survey sampling, 1965), at least, and never more than there are people: who has several cases, or is
 * like one in several months, is one.
 *
 * @param cases how many there are
 * @param matched how many of them have somebody like them
 * @param controls how many people are similar
 * @param stayed share of the matched cases who stayed
 * @param alike the same of similar ones
 * @param difference {@code stayed} minus {@code alike}, in shares of 1
 */
public record Matched(
        long cases,
        long matched,
        long controls,
        Share stayed,
        Share alike,
        double difference,
        double low,
        double high) {

    /**
     * Cases and similar ones that are alike.
     *
     * @param n cases
     * @param stayed of them
     * @param controls similar ones without, each counted in every month
     * @param controlsStayed of these
     */
    record Stratum(long n, long stayed, long controls, long controlsStayed) {}

    /** Whether there are enough to say anything. */
    public boolean enough(int minimum) {
        return stayed.n() >= minimum && alike.n() >= minimum;
    }

    /** Whether they certainly stayed more often, or less. */
    public boolean certain() {
        return low > 0 || high < 0;
    }

    /** What can be said: {@code unclear}, {@code more} or {@code less} of them stayed. Text by key {@code recovery.effect.verdict.of.WORD}. */
    public String verdict() {
        return !certain() ? "unclear" : difference > 0 ? "more" : "less";
    }

    /** How screens mark it. */
    public String look() {
        return !certain() ? "ok" : difference > 0 ? "done" : "late";
    }

    /** Null where no case has anybody like it. */
    static @org.jspecify.annotations.Nullable Matched of(Collection<Stratum> strata, People people) {
        long cases = 0;
        long matched = 0;
        long stayed = 0;
        for (Stratum one : strata) {
            cases += one.n();
            if (one.n() > 0 && one.controls() > 0) {
                matched += one.n();
                stayed += one.stayed();
            }
        }
        if (matched == 0) {
            return null;
        }
        double alike = 0;
        double squares = 0;
        for (Stratum one : strata) {
            if (one.n() > 0 && one.controls() > 0) {
                double weight = (double) one.n() / matched;
                alike += weight * one.controlsStayed() / one.controls();
                squares += weight * weight / one.controls();
            }
        }
        double persons = (double) matched * Math.min(cases, people.cases()) / cases;
        Share theirs = Share.of(persons, (double) stayed / matched);
        Share others = Share.of(Math.min(people.alike(), 1 / squares), Math.min(1, alike));
        double difference = theirs.value() - others.value();
        double down = Math.hypot(theirs.value() - theirs.low(), others.high() - others.value());
        double up = Math.hypot(theirs.high() - theirs.value(), others.value() - others.low());
        return new Matched(
                cases,
                matched,
                people.alike(),
                theirs,
                others,
                difference,
                Math.max(-1, difference - down),
                Math.min(1, difference + up));
    }
}
