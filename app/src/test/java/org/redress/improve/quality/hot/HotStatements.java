package org.redress.improve.quality.hot;

/** Statements for the test of plans. */
public final class HotStatements {

    public static final String CELLS = HotRows.CELLS;
    public static final String NOT_OVER = HotRows.NOT_OVER;
    public static final String LATEST = HotRows.LATEST;

    private HotStatements() {}

    public static String tickets(String place, String type) {
        return HotRows.tickets(new Matter(place, type));
    }
}
