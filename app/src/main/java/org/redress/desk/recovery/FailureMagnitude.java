package org.redress.desk.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;

/** How large a failure is, by what other rooms know of it. Contributed as a bean by whoever knows; asked by the product. */
public interface FailureMagnitude {

    /** How long the customer has been without service, up to now or until it was restored; empty where it was not gone. */
    default Optional<Duration> withoutService(Actor product, TicketId ticket, Instant now) {
        return Optional.empty();
    }

    /** What the customer disputes, in one currency; empty where it is nothing. */
    default Optional<Money> disputed(Actor product, TicketId ticket) {
        return Optional.empty();
    }
}
