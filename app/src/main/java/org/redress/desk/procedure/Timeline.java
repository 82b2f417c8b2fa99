package org.redress.desk.procedure;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** How long each department had it, in the order in which they first had it. */
    public Map<UnitId, Duration> byUnit() {
        Map<UnitId, Duration> times = new LinkedHashMap<>();
        stays.forEach(stay -> times.merge(stay.unit(), stay.length(), Duration::plus));
        return times;
    }
}
