package org.redress.improve.insight.lesson;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;

/**
 * A unit that must learn from a failure against which something is done.
 *
 * @param learned what it did with it; null as long as it has not said
 */
public record Lesson(
        UnitId unit,
        StaffId askedBy,
        Instant askedAt,
        @Nullable Learned learned) {

    /** @param how it was passed on, in their words */
    public record Learned(StaffId by, Instant at, String how) {}
}
