package org.redress.improve.quality.review;

/** Statements for the test of plans. */
public final class ReviewStatements {

    public static final String COUNTS = PackRows.COUNTS;
    public static final String CASES = PackRows.CASES;

    private ReviewStatements() {}
}
