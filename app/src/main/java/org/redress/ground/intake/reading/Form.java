package org.redress.ground.intake.reading;

import java.util.Locale;

/** How a date is written; named by {@code intake.form.NAME}. */
public enum Form {
    /** Year, month, day. */
    YMD,
    /** Two numbers and the year: which of them is the day is another question. */
    NUMBERS,
    /** The month by its name. */
    NAME,
    /** With the Chinese signs for year, month and day. */
    HAN,
    /** Eight, twelve or fourteen digits. */
    COMPACT,
    /** A date of a workbook. */
    CELL,
    /** A workbook's number of days. */
    SERIAL,
    /** Year and month. */
    MONTH,
    /** Time of day. */
    TIME;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
