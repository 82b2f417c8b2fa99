package org.redress.ground.notification;

/** Where a mail stands that came in. Text by key {@code mail.state.NAME}. */
public enum MailState {
    /** Handed on. */
    TAKEN,
    /** Needs nobody: a bounce that was noted, one of our own. */
    IGNORED,
    /** Not handed on yet: too many of one sender, or nobody there to take it. */
    WAITING,
    /** Could not be read or taken; kept whole for a person. */
    DEAD
}
