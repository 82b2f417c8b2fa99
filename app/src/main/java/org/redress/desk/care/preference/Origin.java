package org.redress.desk.care.preference;

/** How we know of a preference. Text by key {@code preference.origin.NAME}. */
public enum Origin {
    /** The customer said it. */
    SAID,
    /** Staff saw it. */
    SEEN
}
