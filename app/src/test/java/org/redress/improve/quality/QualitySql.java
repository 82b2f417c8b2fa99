package org.redress.improve.quality;

import org.redress.improve.quality.card.CardStatements;
import org.redress.improve.quality.hot.HotStatements;
import org.redress.improve.quality.review.ReviewStatements;

/** The statements of the rooms below, for the test of their plans. */
final class QualitySql {

    private QualitySql() {}

    static String counts() {
        return ReviewStatements.COUNTS;
    }

    static String cases() {
        return ReviewStatements.CASES;
    }

    static String cells() {
        return HotStatements.CELLS;
    }

    static String tickets(String place, String type) {
        return HotStatements.tickets(place, type);
    }

    static String hotNotOver() {
        return HotStatements.NOT_OVER;
    }

    static String latest() {
        return HotStatements.LATEST;
    }

    static String reviewsNotOver() {
        return ReviewStatements.REVIEWS_NOT_OVER;
    }

    static String decisionsNotOver() {
        return ReviewStatements.DECISIONS_NOT_OVER;
    }

    static String due() {
        return CardStatements.DUE;
    }

    static String laid() {
        return CardStatements.LAID;
    }
}
