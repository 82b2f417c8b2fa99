package org.redress.desk.recovery;

/** Statements of this room for the tests of their plans. */
public final class RecoveryStatements {

    private RecoveryStatements() {}

    public static String apologies() {
        return FirstApologies.FIGURES;
    }

    public static String late() {
        return FirstApologies.LATE;
    }
}
