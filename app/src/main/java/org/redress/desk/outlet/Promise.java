package org.redress.desk.outlet;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.ground.commitment.Measure;

/**
 * What the bureau promises: a limit of the rulebook, kept in a share of all cases.
 *
 * @param code short, of this bureau, unique
 * @param measure whose clocks show whether it is kept; stays the same, another one is another promise
 * @param publishedFrom first day on which it is promised in public, or null while it is a draft
 * @param withdrawnOn first day on which it is promised no longer, or null
 * @param wordings its versions, the first one first; at least one
 */
public record Promise(
        PromiseId id,
        String code,
        Measure measure,
        @Nullable LocalDate publishedFrom,
        @Nullable LocalDate withdrawnOn,
        @Nullable String withdrawnWhy,
        int version,
        List<PromiseWording> wordings) {

    /** How far it is. Text by key {@code promise.state.NAME}. */
    public enum State {
        DRAFT("paused"),
        AHEAD("due"),
        PUBLISHED("done"),
        WITHDRAWN("ok");

        private final String look;

        State(String look) {
            this.look = look;
        }

        public String look() {
            return look;
        }
    }

    public Promise {
        wordings = List.copyOf(wordings);
    }

    public State state(LocalDate today) {
        if (withdrawnOn != null) {
            return State.WITHDRAWN;
        }
        if (publishedFrom == null) {
            return State.DRAFT;
        }
        return publishedFrom.isAfter(today) ? State.AHEAD : State.PUBLISHED;
    }

    /** The version that was written last, whether it holds already or not. */
    public PromiseWording last() {
        return wordings.getLast();
    }

    /** The version that is shown in a month: of those that hold by then the last one written. */
    public PromiseWording shown(YearMonth month) {
        return wordings.stream()
                .filter(one -> !one.from().isAfter(month))
                .max(Comparator.comparingInt(PromiseWording::seq))
                .orElse(wordings.getFirst());
    }

    /** The version by which a month is judged; null for one in which nothing was promised. */
    public @Nullable PromiseWording judging(YearMonth month) {
        boolean before = publishedFrom == null || month.isBefore(YearMonth.from(publishedFrom));
        boolean after = withdrawnOn != null && month.isAfter(YearMonth.from(withdrawnOn));
        return before || after ? null : shown(month);
    }
}
