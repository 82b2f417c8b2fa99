package org.redress.improve.quality.support;

/** What became of a right to a break. Text by key {@code support.rest.NAME}. */
public enum Rest {
    OPEN,
    TAKEN,
    DECLINED,
    /** Nobody used it in time. */
    LAPSED
}
