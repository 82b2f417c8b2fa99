package org.redress.ground.notification;

/** Why a message did not get through. Text by key {@code message.fault.NAME}. */
public enum DeliveryFault {
    /** There is no template for this code, channel and language. */
    TEMPLATE_ABSENT(true),
    /** The template asks for a name that the message does not bring. */
    NAME_ABSENT(true),
    /** There is nothing that could be reached. */
    ADDRESS(true),
    /** The gateway took it and refused it for good. */
    REFUSED(true),
    /** The gateway could not be reached or asked to come back later. */
    UNREACHABLE(false),
    /** The addressee's mail system sent it back. */
    BOUNCED(true),
    /** Something that nobody foresaw; the log has more. */
    UNFORESEEN(false);

    private final boolean lasting;

    DeliveryFault(boolean lasting) {
        this.lasting = lasting;
    }

    /** Whether trying again by itself is no use. */
    public boolean lasting() {
        return lasting;
    }
}
