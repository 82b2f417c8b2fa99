package org.redress.improve.insight.effect;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.platform.text.Words;

/**
 * The effect of recoveries.
 *
 * @param reckonedAt null before the first time
 * @param since first day of the failures that are looked at
 * @param minimum fewer say nothing
 * @param said what they answered to the other questions
 * @param before null where there are too few
 * @param value null where there are too few
 * @param export whether the reader may take it out as a file
 */
public record EffectPage(
        @Nullable Instant reckonedAt,
        LocalDate since,
        int minimum,
        List<Retention> retention,
        List<Satisfaction> satisfaction,
        List<Said> said,
        @Nullable BeforeAfter before,
        @Nullable KeptValue value,
        boolean export,
        ZoneId zone) {

    /** A share in per cent, to a tenth. */
    public static String percent(Words words, double share) {
        return words.number(share * 100, 1) + "%";
    }

    /** A difference in percentage points, with its sign. */
    public static String points(Words words, double difference) {
        String sign = difference > 0 ? "+" : difference < 0 ? "−" : "";
        return sign + words.number(Math.abs(difference) * 100, 1);
    }
}
