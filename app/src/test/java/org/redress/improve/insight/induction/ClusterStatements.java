package org.redress.improve.insight.induction;

/** The statements whose plans are looked at. */
public final class ClusterStatements {

    public static final String SHOWN = ClusterRows.SHOWN;
    public static final String MEMBERS = ClusterRows.MEMBERS;

    private ClusterStatements() {}
}
