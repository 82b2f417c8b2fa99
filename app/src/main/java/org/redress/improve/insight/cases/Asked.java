package org.redress.improve.insight.cases;

import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.improve.insight.CauseId;

/**
 * For what similar cases are wanted.
 *
 * @param words as far as they are typed
 * @param type of failure, decided or suggested; empty where it is not known. Marks count for this type
 * @param place or empty
 * @param except the ticket itself, or null
 */
public record Asked(
        String words,
        String type,
        String place,
        @Nullable CauseId cause,
        @Nullable TicketId except) {

    public static Asked words(String words, String type) {
        return new Asked(words, type, "", null, null);
    }
}
