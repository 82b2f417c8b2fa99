package org.redress.desk.ticket;

import java.util.Optional;
import org.redress.ground.identity.Actor;

/** Reads the failure type from what the customer said. Contributed as a bean by the module that owns the taxonomy. */
public interface FailureSuggester {

    /** The likely type in this bureau with the words that decided, or empty where the text does not tell. Called for every row of a file. */
    Optional<Suggestion> suggest(Actor actor, String subject, String text);
}
