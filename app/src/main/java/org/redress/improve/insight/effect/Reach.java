package org.redress.improve.insight.effect;

/**
 * How far one request goes in a list that is found by walking.
 *
 * @param lines of a page
 * @param chunk whom one statement looks at
 * @param chunks after so many of them the page ends where it is, full or not, and the next one goes on from there
 */
record Reach(int lines, int chunk, int chunks) {

    static Reach page(int lines) {
        return new Reach(lines, 5_000, 20);
    }
}
