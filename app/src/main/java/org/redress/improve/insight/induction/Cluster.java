package org.redress.improve.insight.induction;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.improve.insight.CauseId;

/**
 * Cases that tell of the same thing.
 *
 * @param words by which it differs from all other cases, the most telling first
 * @param cases how many there are in the window
 * @param growth how many were closed in each week of which all cases were looked at, twelve at most; the oldest first, the
 *     last seven days at the end
 * @param cause that most of them have, or null where none was named
 * @param causeCases how many of them have it
 * @param type that most of them have, or null
 * @param place where more than half of them happened, else empty
 * @param dismissedSize how many there were when somebody put it aside; null while it is open
 */
public record Cluster(
        ClusterId id,
        int version,
        List<String> words,
        int cases,
        List<Integer> growth,
        @Nullable CauseId cause,
        int causeCases,
        @Nullable String type,
        String place,
        Instant firstSeen,
        @Nullable Integer dismissedSize) {

    private static final int MONTH = 4;

    public Cluster {
        words = List.copyOf(words);
        growth = List.copyOf(growth);
    }

    public boolean dismissed() {
        return dismissedSize != null;
    }

    /** Whether all cases of the last eight weeks were looked at. */
    public boolean compared() {
        return growth.size() >= 2 * MONTH;
    }

    /** So many weeks are the last ones: four, or fewer where not all were looked at. */
    public int weeks() {
        return Math.min(MONTH, growth.size());
    }

    /** How many were closed in the last four weeks. */
    public int recent() {
        return sum(growth.size() - MONTH, growth.size());
    }

    /** How many were closed in the four weeks before. */
    public int before() {
        return sum(growth.size() - 2 * MONTH, growth.size() - MONTH);
    }

    private int sum(int from, int to) {
        return growth.subList(Math.max(0, from), Math.max(0, to)).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }
}
