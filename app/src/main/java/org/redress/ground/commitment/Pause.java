package org.redress.ground.commitment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;

/**
 * A span in which a clock stands still.
 *
 * @param until up to and without; lies ahead where the clock runs on by itself then, as after an appointment; null while
 *     nobody knows
 * @param note what whoever paused it wrote, perhaps empty
 */
public record Pause(
        PauseReason reason,
        String note,
        Instant from,
        @Nullable Instant until,
        StaffId by) {

    boolean covers(Instant moment) {
        return !moment.isBefore(from) && (until == null || moment.isBefore(until));
    }

    Pause upTo(Instant end) {
        return new Pause(reason, note, from, end, by);
    }
}
