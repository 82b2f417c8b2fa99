package org.redress.improve.insight.effect;

import java.math.BigDecimal;

/** How many, how many of them stayed, and what they pay a month together. */
record Count(long n, long stayed, BigDecimal monthly) {

    static final Count NONE = new Count(0, 0, BigDecimal.ZERO);

    Count plus(Count other) {
        return new Count(n + other.n, stayed + other.stayed, monthly.add(other.monthly));
    }
}
