package org.redress.desk.fault;

/** What a line carries. Text by key {@code fault.service.NAME}. */
public enum Service {
    FIXED(true),
    BROADBAND(true),
    MOBILE(false),
    IPTV(true);

    private final boolean pair;

    Service(boolean pair) {
        this.pair = pair;
    }

    /** Whether it comes over a pair of wires that can be measured. */
    public boolean pair() {
        return pair;
    }
}
