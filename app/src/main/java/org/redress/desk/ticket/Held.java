package org.redress.desk.ticket;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.redress.ground.commitment.PauseReason;
import org.redress.platform.web.Problem;

/**
 * For what a matter stands still.
 *
 * @param until the moment of the appointment, at which it goes on by itself; null for any other reason
 */
record Held(PauseReason reason, @Nullable Instant until) {

    static final Held FOR_CUSTOMER = new Held(PauseReason.WAITING_FOR_CUSTOMER, null);

    /** A 422 problem for an appointment without a moment, one that has passed, or one farther away than so many days. */
    static Held checked(PauseReason reason, @Nullable Instant until, Instant now, int days) {
        if (reason != PauseReason.APPOINTMENT) {
            return new Held(reason, null);
        }
        if (until == null) {
            throw Problem.invalid("ticket.appointment.missing", "until");
        }
        Instant at = until.truncatedTo(ChronoUnit.SECONDS);
        if (!at.isAfter(now) || at.isAfter(now.plus(Duration.ofDays(days)))) {
            throw Problem.invalid("ticket.appointment", "until", days);
        }
        return new Held(reason, at);
    }

    Step step() {
        return reason == PauseReason.WAITING_FOR_CUSTOMER ? Step.PEND : Step.HOLD;
    }
}
