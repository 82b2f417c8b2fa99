package org.redress.desk.ticket;

/** How a contact came in or an answer went out. Text by key {@code ticket.channel.NAME}. */
public enum Channel {
    HOT_LINE,
    COUNTER,
    WEB,
    LETTER,
    EMAIL,
    SOCIAL,
    REGULATOR,
    VISIT,
    SMS,
    OTHER;

    /** Whether an answer on it is sent in writing; otherwise it is spoken, or somebody else writes it. */
    boolean written() {
        return this == WEB || this == LETTER || this == EMAIL || this == SMS;
    }
}
