package org.redress.desk.ticket;

import org.jspecify.annotations.Nullable;

/**
 * A failure type proposed from the text; never final by itself.
 *
 * @param type code in the taxonomy of failures
 * @param reason the words of the text that decided, as they stand there
 * @param confidence how many of 100 such suggestions were right on cases held back from learning; null where rules suggest
 * @param model version of what has learned it; null where rules suggest
 */
public record Suggestion(
        String type,
        String reason,
        @Nullable Integer confidence,
        @Nullable Integer model) {

    /** How sure it is, in tenths; at least 1 and at most 9, because nothing is certain. */
    public int tenths() {
        return confidence == null ? 0 : Math.clamp(Math.round(confidence / 10f), 1, 9);
    }
}
