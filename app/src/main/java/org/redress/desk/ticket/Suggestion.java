package org.redress.desk.ticket;

/**
 * A failure type proposed from the text; never final by itself.
 *
 * @param type code in the taxonomy of failures
 * @param reason the words of the text that decided, as they stand there
 */
public record Suggestion(String type, String reason) {}
