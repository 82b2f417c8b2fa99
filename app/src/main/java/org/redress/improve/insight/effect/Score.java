package org.redress.improve.insight.effect;

/** Marks as they add up. */
record Score(long n, long sum, long squares) {

    static final Score NONE = new Score(0, 0, 0);

    Score plus(Score other) {
        return new Score(n + other.n, sum + other.sum, squares + other.squares);
    }
}
