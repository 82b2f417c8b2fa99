package org.redress.improve.insight.cases;

/** The statements whose plans are looked at. */
public final class CaseStatements {

    public static final String NEWEST = CaseRows.NEWEST;
    public static final String NEWEST_OF_TYPE = CaseRows.NEWEST_OF_TYPE;
    public static final String CANDIDATES = CaseTermRows.CANDIDATES;
    public static final String FORGET = CaseTermRows.FORGET;

    private CaseStatements() {}
}
