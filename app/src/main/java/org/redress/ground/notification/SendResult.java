package org.redress.ground.notification;

/** What became of a message that was to be sent. */
public sealed interface SendResult {

    MessageId id();

    /** It stands in the running transaction and will be delivered. */
    record Accepted(MessageId id) implements SendResult {}

    /** It is there already, from an earlier call with the same key. */
    record AlreadyThere(MessageId id) implements SendResult {}

    /** It is kept and will not be delivered: the customer has not agreed to this channel. */
    record Withheld(MessageId id) implements SendResult {}
}
