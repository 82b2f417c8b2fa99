package org.redress.improve.quality.hot;

/** Statements for the test of plans. */
public final class HotStatements {

    public static final String CELLS = HotRows.CELLS;
    public static final String OF_TICKETS = HotRows.OF_TICKETS;

    private HotStatements() {}

    public static String tickets(String place, String type) {
        return HotRows.tickets(new Matter(place, type));
    }
}
