package org.redress.ground.notification;

/** Where a mail stands that came in. Text by key {@code mail.state.NAME}. */
public enum MailState {
    /** Handed on. */
    TAKEN,
    /** Needs nobody: a bounce that was noted, an answer of a machine, one of our own, or one that a person put aside. */
    IGNORED,
    /** A person sees what becomes of it: too many of one sender, or about no matter that is known. */
    WAITING,
    /** Could not be read or taken; kept whole for a person. */
    DEAD
}
