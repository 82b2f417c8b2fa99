package org.redress.platform.jobs;

import java.util.List;

/**
 * Takes messages from the outbox, in a transaction of its own, some time after the change they tell of. May be called
 * twice with the same message; an exception keeps the message for a later try.
 */
public interface OutboxListener {

    /** The topics it wants, e.g. {@code ticket.opened}. */
    List<String> topics();

    /** One message of one of its topics. */
    void receive(OutboxMessage message);
}
