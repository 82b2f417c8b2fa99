package org.redress.ground.notification;

/**
 * Who wrote a mail (RFC 3834, RFC 3464). What is not {@link #PERSON} reopens nothing and is never answered by a machine.
 * Text by key {@code mail.nature.NAME}.
 */
public enum MailNature {
    /** A person, as far as can be told. */
    PERSON,
    /** An out-of-office or another answer of a machine. */
    AUTO_REPLY,
    /** A machine, unasked: a notice, a newsletter, a list. */
    AUTOMATIC,
    /** A mail system that reports what became of a mail. */
    BOUNCE,
    /** One of our own that came back. */
    OURS;

    /** Whether a person may have written it all the same, so that it is kept whole. */
    public boolean mayBeMistaken() {
        return this == AUTO_REPLY || this == AUTOMATIC;
    }
}
