package org.redress.desk.fault;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;

/**
 * An exchange that is down, or a part of it.
 *
 * @param expectedEnd what callers are told
 * @param ended who ended it and when, or null
 */
public record Outage(
        OutageId id,
        String exchange,
        String reason,
        Instant expectedEnd,
        StaffId declaredBy,
        Instant declaredAt,
        @Nullable Ended ended) {

    /** Its end. */
    public record Ended(StaffId by, Instant at) {}
}
