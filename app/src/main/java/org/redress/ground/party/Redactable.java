package org.redress.ground.party;

import java.util.Optional;
import org.redress.ground.identity.Actor;

/** Implemented by whoever keeps words that may speak of a customer. Contributed as a bean. */
public interface Redactable {

    /** The code of the problem that stands in the way, or empty. */
    default Optional<String> hindrance(Actor actor, CustomerId customer) {
        return Optional.empty();
    }

    /** Covers what must not be read any more wherever it stands about this customer; how many texts it covered. */
    int redact(Actor actor, CustomerId customer, Blackout words);
}
