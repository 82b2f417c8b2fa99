package org.redress.ground.commitment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a clock has been taken up the ladder.
 *
 * @param since when it came to this rung, or when its escalation was answered; null before the first
 * @param answered whether somebody has said what they do about it
 */
record Climb(Rung rung, @Nullable Instant since, boolean answered) {

    static final Climb NONE = new Climb(Rung.NONE, null, false);
}
