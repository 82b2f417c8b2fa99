package org.redress.desk.appeal.hotline;

/** What the lists of dispatches ask the database. */
public final class DispatchStatements {

    public static final String OPEN = DispatchRows.SELECT + "true and " + DispatchBoard.OPEN;
    public static final String CLOSED = DispatchRows.SELECT + "true and " + DispatchBoard.CLOSED;

    private DispatchStatements() {}
}
