package org.redress.desk.appeal.chain;

/** What came of it when the operator was asked first. Text by key {@code appeal.first.NAME}. */
public enum FirstAnswer {
    UNSATISFACTORY,
    NONE,
    NOT_ASKED
}
