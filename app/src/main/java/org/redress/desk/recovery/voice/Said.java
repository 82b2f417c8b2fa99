package org.redress.desk.recovery.voice;

/** What the customer said when they were asked. Text by key {@code voice.said.NAME}. */
public enum Said {
    WANTS,
    /** They leave it to us what would put it right. */
    LEFT_TO_US
}
