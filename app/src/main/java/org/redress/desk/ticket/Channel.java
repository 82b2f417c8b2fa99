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
    OTHER
}
