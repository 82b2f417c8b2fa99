package org.redress.improve.insight.effect;

import java.math.BigDecimal;

/**
 * Cases half a year after, what their customers pay and what was given for them.
 *
 * @param n how many there are
 * @param stayed of them
 * @param paying of how many it is known what they pay
 * @param monthly what these pay a month together
 * @param cost of what was given for all of them
 */
record Kept(long n, long stayed, long paying, BigDecimal monthly, BigDecimal cost) {

    static final Kept NONE = new Kept(0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO);

    Kept plus(Kept other) {
        return new Kept(
                n + other.n,
                stayed + other.stayed,
                paying + other.paying,
                monthly.add(other.monthly),
                cost.add(other.cost));
    }

    /** What makes them alike, whatever the month; {@code type} is empty where nobody has named it. */
    record Key(Side side, String type, String segment, int tenure, int band) {

        Key ofType(String other) {
            return new Key(side, other, segment, tenure, band);
        }

        Key of(Side other) {
            return new Key(other, type, segment, tenure, band);
        }
    }
}
