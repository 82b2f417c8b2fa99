package org.redress.desk.care.station;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Channel;

/**
 * A report as it is taken.
 *
 * @param marks by place of the question; a question may stay without an answer, not all of them
 * @param reportedAt when the customer reported; null for now
 */
public record NewReport(
        Channel channel,
        String words,
        Map<Integer, Integer> marks,
        @Nullable Instant reportedAt) {

    public NewReport {
        marks = Map.copyOf(marks);
    }
}
