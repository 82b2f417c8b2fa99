package org.redress.improve.quality.review;

/** Statements for the test of plans. */
public final class ReviewStatements {

    public static final String COUNTS = PackRows.COUNTS;
    public static final String CASES = PackRows.CASES;
    public static final String REVIEWS_NOT_OVER = ReviewRows.NOT_OVER;
    public static final String DECISIONS_NOT_OVER = DecisionRows.NOT_OVER;

    private ReviewStatements() {}
}
