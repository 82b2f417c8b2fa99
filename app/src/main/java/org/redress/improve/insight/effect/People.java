package org.redress.improve.insight.effect;

/**
 * How many customers there are behind cases and behind those who are like them: one who has several cases, or is like a case in
 * several months, is one.
 */
record People(long cases, long alike) {

    static final People NONE = new People(0, 0);

    People plus(People other) {
        return new People(cases + other.cases, alike + other.alike);
    }
}
