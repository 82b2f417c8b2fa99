package org.redress.ground.commitment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;

/**
 * A step up the ladder: somebody has been told that a limit was not kept, and says what they do about it.
 *
 * @param name of the clock, text by key {@code clock.name.NAME}
 * @param staff who has been told; null where nobody holds the post, nor any above it, who was not told before
 * @param passed the rungs below for which this one was told at once: nobody holds their posts, or who does was told before
 */
public record Escalation(
        UUID id,
        Subject subject,
        String name,
        Rung rung,
        Instant at,
        @Nullable StaffId staff,
        List<Rung> passed,
        @Nullable Answer answer) {

    public Escalation {
        passed = List.copyOf(passed);
    }

    /** What was said to it. */
    public record Answer(Instant at, StaffId by, String words) {}
}
