package org.redress.ground.notification;

/** Why a mail that came in is not done with. Text by key {@code mail.fault.NAME}. */
public enum MailFault {
    UNREADABLE,
    TOO_LARGE,
    NOT_TAKEN,
    TOO_MANY,
    /** No matter that it could be added to by itself. */
    UNMATCHED
}
