package org.redress.desk.recovery;

import java.time.Instant;
import java.util.List;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;

/** Knows which service problems hit a customer. Contributed as a bean. */
public interface HitsBefore {

    /** Those that ended between two moments, each once, the latest first. */
    List<Hit> of(Actor actor, CustomerId customer, Instant since, Instant until);
}
