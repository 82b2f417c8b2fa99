package org.redress.desk.procedure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.UnitId;

/**
 * Who had a matter when, from its receipt to its end: every moment belongs to exactly one department, so the times of all of
 * them add up to the whole.
 *
 * @param stays in order, without gap or overlap
 */
public record Timeline(List<Stay> stays) {

    /**
     * A time with one department.
     *
     * @param segment that it was doing, or null while the matter was with whoever answers for the ticket
     */
    public record Stay(UnitId unit, @Nullable SegmentId segment, Instant from, Instant until) {

        public Duration length() {
            return Duration.between(from, until);
        }
    }

    /** From when on which department answers for the ticket. */
    record Answered(Instant from, UnitId unit) {}

    /**
     * @param answered in order; the first one also stands for the time before it
     * @param handovers in order
     */
    static Timeline of(Instant received, Instant until, List<Answered> answered, List<Handover> handovers) {
        TreeSet<Instant> cuts = new TreeSet<>(Comparator.naturalOrder());
        cuts.add(received);
        answered.forEach(one -> cuts.add(one.from()));
        handovers.forEach(one -> cuts.add(one.at()));
        List<Instant> moments = new ArrayList<>(cuts.stream()
                .filter(at -> !at.isBefore(received) && at.isBefore(until))
                .toList());
        moments.add(until);
        List<Stay> stays = new ArrayList<>();
        for (int i = 0; i + 1 < moments.size(); i++) {
            join(stays, at(moments.get(i), moments.get(i + 1), answered, handovers));
        }
        return new Timeline(List.copyOf(stays));
    }

    private static Stay at(Instant from, Instant until, List<Answered> answered, List<Handover> handovers) {
        Handover last = handovers.stream()
                .filter(one -> !one.at().isAfter(from))
                .reduce((first, second) -> second)
                .orElse(null);
        if (last != null && last.what().toDepartment()) {
            return new Stay(last.to(), last.segment(), from, until);
        }
        UnitId unit = answered.stream()
                .filter(one -> !one.from().isAfter(from))
                .reduce((first, second) -> second)
                .orElse(answered.getFirst())
                .unit();
        return new Stay(unit, null, from, until);
    }

    private static void join(List<Stay> stays, Stay next) {
        Stay last = stays.isEmpty() ? null : stays.getLast();
        if (last != null
                && last.unit().equals(next.unit())
                && java.util.Objects.equals(last.segment(), next.segment())) {
            stays.set(stays.size() - 1, new Stay(last.unit(), last.segment(), last.from(), next.until()));
        } else {
            stays.add(next);
        }
    }

    /** How long each department had it, in the order in which they first had it. */
    public Map<UnitId, Duration> byUnit() {
        Map<UnitId, Duration> times = new LinkedHashMap<>();
        stays.forEach(stay -> times.merge(stay.unit(), stay.length(), Duration::plus));
        return times;
    }
}
