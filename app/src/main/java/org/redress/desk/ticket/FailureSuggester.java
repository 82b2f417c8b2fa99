package org.redress.desk.ticket;

import java.util.Optional;

/** Reads the failure type from what the customer said. Contributed as a bean by the module that owns the taxonomy. */
public interface FailureSuggester {

    /** The likely type with the words that decided, or empty where the text does not tell. Called for every row of a file. */
    Optional<Suggestion> suggest(String subject, String text);
}
