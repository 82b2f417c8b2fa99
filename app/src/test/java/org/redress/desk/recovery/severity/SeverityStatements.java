package org.redress.desk.recovery.severity;

/** The statements whose plans are looked at. */
public final class SeverityStatements {

    private SeverityStatements() {}

    public static String worst() {
        return SeverityRows.WORST;
    }

    public static String older() {
        return SeverityRows.OLDER;
    }

    public static String growing() {
        return SeverityRows.GROWING;
    }
}
