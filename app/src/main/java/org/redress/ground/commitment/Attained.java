package org.redress.ground.commitment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One clock behind a figure.
 *
 * @param at when its limit passed; of a kept one that stood still at its end, when that was
 * @param endedAt when what was owed was done, or owed no longer; null while it is neither
 * @param matter what it is about, or null where whoever owns it has it no longer
 */
public record Attained(
        UUID clock,
        Subject subject,
        Instant at,
        @Nullable Instant endedAt,
        boolean kept,
        Answering.@Nullable Matter matter) {

    /** Its place in the list. */
    public DueAfter place() {
        return new DueAfter(at, clock);
    }
}
