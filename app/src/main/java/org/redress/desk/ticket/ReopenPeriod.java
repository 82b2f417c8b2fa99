package org.redress.desk.ticket;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.redress.ground.commitment.Deadlines;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** The period within which a closed ticket can be opened again, to the end of its last day. */
@Component
class ReopenPeriod {

    private final Deadlines deadlines;
    private final Clock clock;

    ReopenPeriod(Deadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    boolean over(Actor actor, Ticket ticket) {
        Instant closed = ticket.outcome().closedAt();
        return closed != null
                && day(actor, deadlines.after(actor.bureau(), "complaint.reopen", closed))
                        .isBefore(day(actor, clock.instant()));
    }

    private static LocalDate day(Actor actor, Instant at) {
        return LocalDate.ofInstant(at, actor.zone());
    }
}
