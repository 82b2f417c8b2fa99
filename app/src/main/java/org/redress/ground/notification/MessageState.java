package org.redress.ground.notification;

/** Where a message stands. Text by key {@code message.state.NAME}. */
public enum MessageState {
    /** Will be tried as soon as it is due. */
    WAITING,
    /** Would be tried now, but the quiet hours have to end first. */
    HELD,
    /** The gateway took it. */
    SENT,
    /** It will not be tried again by itself: its words are faulty, the gateway refused it, or all tries failed. */
    DEAD,
    /** The customer has not agreed to be written to on this channel. */
    WITHHELD
}
