package org.redress.desk.recovery.credit;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.DeadTime;
import org.redress.ground.identity.UnitId;

/**
 * Something that failed for many at once.
 *
 * @param id its identity, by which nobody is compensated for it twice
 * @param place what was down, as people call it
 * @param until when it was over, null while it lasts
 * @param unit whose budget pays for what it brings, or null where nobody is known to answer for it
 */
public record ServiceProblem(
        UUID id,
        String place,
        String reason,
        Instant from,
        @Nullable Instant until,
        @Nullable UnitId unit) {

    /** How long it lasted; zero while it does. */
    public Duration length() {
        return until == null ? Duration.ZERO : Duration.between(from, until);
    }

    /** From its begin to its end. */
    public DeadTime time() {
        return new DeadTime(from, end());
    }

    /** When it was over. */
    public Instant end() {
        return Objects.requireNonNull(until);
    }
}
