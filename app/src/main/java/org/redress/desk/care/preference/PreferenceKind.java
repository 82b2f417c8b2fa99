package org.redress.desk.care.preference;

/** What a preference is about. Text by key {@code preference.kind.NAME}. */
public enum PreferenceKind {
    CALL_TIME,
    WAY,
    LANGUAGE,
    PACE,
    ACCESS,
    PERSON,
    NOT_OFFERED,
    WORRY,
    OTHER
}
