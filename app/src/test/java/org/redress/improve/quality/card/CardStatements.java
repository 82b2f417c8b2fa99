package org.redress.improve.quality.card;

/** Statements for the test of plans. */
public final class CardStatements {

    public static final String DUE = CardDoors.DUE;
    public static final String LAID = CardDoors.LAID;

    private CardStatements() {}
}
