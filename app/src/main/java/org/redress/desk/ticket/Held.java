package org.redress.desk.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.ground.commitment.PauseReason;

/**
 * For what a matter stands still.
 *
 * @param until the moment of the appointment, at which it goes on by itself; null for any other reason
 */
record Held(PauseReason reason, @Nullable Instant until) {

    static final Held FOR_CUSTOMER = new Held(PauseReason.WAITING_FOR_CUSTOMER, null);

    Step step() {
        return reason == PauseReason.WAITING_FOR_CUSTOMER ? Step.PEND : Step.HOLD;
    }
}
