package org.redress.ground.party;

/** What kind of customer it is, as the trade cuts its market. Text by key {@code customer.segment.NAME}. */
public enum Segment {
    RESIDENTIAL,
    BUSINESS,
    KEY_ACCOUNT
}
