package org.redress.ground.notification;

/**
 * Carries messages of one channel out of the house. May be handed the same message again after a killed process; the
 * message's id is passed on so that the other side can tell.
 */
public interface Gateway {

    MessageChannel channel();

    /** Its name in the list of tries, e.g. {@code smtp}. */
    String name();

    /**
     * Hands a message over and returns what the other side calls it, or an empty text. Everything that goes wrong is a
     * {@link DeliveryFailure}; must give up by itself within a minute.
     */
    String carry(Outgoing message);
}
