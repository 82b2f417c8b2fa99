package org.redress.improve.insight.robust;

/** The statements whose plans are looked at. */
public final class RobustStatements {

    public static final String COMPLAINTS = RobustDesigns.COMPLAINTS;

    private RobustStatements() {}
}
