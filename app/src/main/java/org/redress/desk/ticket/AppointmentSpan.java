package org.redress.desk.ticket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.redress.ground.commitment.PauseReason;
import org.redress.ground.identity.Actor;
import org.redress.ground.rulebook.Rulebook;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;

/** How far ahead an appointment may lie for which a ticket is held: the rule {@code ticket.appointment.farthest}. */
@Component
public class AppointmentSpan {

    private final Rulebook rulebook;
    private final Clock clock;

    AppointmentSpan(Rulebook rulebook, Clock clock) {
        this.rulebook = rulebook;
        this.clock = clock;
    }

    public int days(Actor actor) {
        return rulebook.days(
                actor.bureau(), "ticket.appointment.farthest", LocalDate.ofInstant(clock.instant(), actor.zone()));
    }

    /** A 422 problem for an appointment without a moment, one that has passed, or one farther ahead than that. */
    Held held(Actor actor, PauseReason reason, @Nullable Instant until) {
        if (reason != PauseReason.APPOINTMENT) {
            return new Held(reason, null);
        }
        if (until == null) {
            throw Problem.invalid("ticket.appointment.missing", "until");
        }
        int days = days(actor);
        Instant now = clock.instant();
        Instant at = until.truncatedTo(ChronoUnit.SECONDS);
        if (!at.isAfter(now) || at.isAfter(now.plus(Duration.ofDays(days)))) {
            throw Problem.invalid("ticket.appointment", "until", days);
        }
        return new Held(reason, at);
    }
}
