package org.redress.desk.appeal.chain;

/** What the lists of appeals ask the database. */
public final class AppealStatements {

    public static final String OPEN = AppealRows.SELECT + "true and " + AppealBoard.OPEN;
    public static final String ENDED = AppealRows.SELECT + "true and " + AppealBoard.ENDED;

    private AppealStatements() {}
}
