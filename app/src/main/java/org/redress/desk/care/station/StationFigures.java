package org.redress.desk.care.station;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Sparkline;

/**
 * How a station's panel has reported.
 *
 * @param periods the latest first
 * @param minimum answers below which nothing is said of a question
 */
public record StationFigures(List<Reply> periods, List<Asked> questions, int minimum) {

    /**
     * Who reported in a period.
     *
     * @param owed by members who have not left
     */
    public record Reply(Period period, long owed, long taken, long late) {

        public double share() {
            return owed == 0 ? 0 : (double) taken / owed;
        }
    }

    /**
     * Answers to a question.
     *
     * @param last of the latest period with an answer, or null
     * @param before of the one before it, or null
     * @param course of periods with answers, or null where there are fewer than two
     */
    public record Asked(
            Question question,
            @Nullable Estimate last,
            @Nullable Estimate before,
            @Nullable Sparkline course) {

        public boolean enough(int minimum) {
            return last != null && last.n() >= minimum;
        }

        /** Change against the period before; null where either has too few answers. */
        public @Nullable Double change(int minimum) {
            return last == null || before == null || last.n() < minimum || before.n() < minimum
                    ? null
                    : last.value() - before.value();
        }
    }
}
