package org.redress.ground.intake;

/** What a field holds, and so how a cell is read for it. */
public enum FieldType {
    /** The number that the source gave to the row; the same number again is the same thing. At most one per target. */
    EXTERNAL_NUMBER,
    /** A line of text. */
    TEXT,
    /** Running text; may hold line breaks. */
    LONG_TEXT,
    /** A point in time, with or without the time of day. */
    MOMENT,
    /** A telephone number; kept as given, and as E.164 where it is one. */
    PHONE,
    EMAIL,
    /** Keeps its leading zeros. */
    POSTAL_CODE,
    /** One of the field's options. */
    CODE,
    NUMBER
}
