package org.redress.desk.ticket;

import java.time.Clock;
import java.time.LocalDate;
import org.redress.ground.identity.Actor;
import org.redress.ground.rulebook.Rulebook;
import org.springframework.stereotype.Component;

/** How far ahead an appointment may be for which a ticket is held: the rule {@code ticket.appointment.farthest}. */
@Component
class AppointmentSpan {

    private final Rulebook rulebook;
    private final Clock clock;

    AppointmentSpan(Rulebook rulebook, Clock clock) {
        this.rulebook = rulebook;
        this.clock = clock;
    }

    int days(Actor actor) {
        return rulebook.days(
                actor.bureau(), "ticket.appointment.farthest", LocalDate.ofInstant(clock.instant(), actor.zone()));
    }
}
