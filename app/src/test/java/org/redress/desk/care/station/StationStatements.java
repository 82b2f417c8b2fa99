package org.redress.desk.care.station;

/** The statements of stations, for the test of their plans. */
public final class StationStatements {

    private StationStatements() {}

    public static String owed() {
        return StationReportRows.select(StationReportLists.OWED.formatted("true", ""));
    }

    public static String owedOf() {
        return StationReportRows.select(StationReportLists.OWED.formatted("true", " and r.station = :station"));
    }

    public static String open() {
        return StationReportRows.select(StationReportLists.OPEN.formatted("true"));
    }

    public static String taken() {
        return StationReportRows.select(StationReportLists.TAKEN.formatted("r.state = 'TAKEN' and"));
    }

    public static String bad() {
        return StationReportRows.select(StationReportLists.TAKEN.formatted("r.bad and"));
    }

    public static String steps() {
        return StationRows.STEPS;
    }

    public static String members() {
        return StationMemberRows.PAGE;
    }

    public static String replies() {
        return StationFigureRows.REPLIES;
    }

    public static String memberships() {
        return StationMemberRows.MEMBERSHIPS;
    }

    public static String ofCustomer() {
        return StationReportRows.OF_CUSTOMER;
    }

    public static String marks() {
        return StationFigureRows.MARKS;
    }
}
