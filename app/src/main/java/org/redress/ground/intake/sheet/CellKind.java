package org.redress.ground.intake.sheet;

/** What the file says a cell is. */
public enum CellKind {
    TEXT,
    /** A number of a workbook, written out in plain decimals. */
    NUMBER,
    /** A number of a workbook that its format shows as a date or time, written out by ISO 8601. */
    DATE,
    /** Holds a formula; the text is the result that the file keeps of it. */
    FORMULA,
    /** Holds an error such as {@code #DIV/0!}. */
    ERROR,
    /** Bytes that are no text in the file's encoding; each stands as {@code U+FFFD}. */
    BROKEN
}
