package org.redress.desk.recovery.reaction;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.platform.text.Words;

/**
 * Late steps.
 *
 * @param cards of those tickets that the reader may see
 * @param all how many there are
 * @param next where the list goes on, or null
 */
public record ReactionListPage(
        List<StepStanding> steps,
        Map<TicketId, TicketCard> cards,
        long all,
        Instant now,
        ZoneId zone,
        @Nullable String next) {

    /** How long a step is over its limit, round the clock. */
    public String over(Words words, StepStanding step) {
        return words.text("clock.over", words.duration(Duration.between(step.dueAt(), now)));
    }
}
