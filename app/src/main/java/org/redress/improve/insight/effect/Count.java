package org.redress.improve.insight.effect;

/** How many, and how many of them stayed. */
record Count(long n, long stayed) {

    static final Count NONE = new Count(0, 0);

    Count plus(Count other) {
        return new Count(n + other.n, stayed + other.stayed);
    }
}
