package org.redress.desk.fault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.redress.ground.identity.Actor;
import org.redress.ground.rulebook.Rulebook;
import org.springframework.stereotype.Component;

/** Repairs of a line not long ago: another fault within the rule {@code fault.repeat} is a repeated one. */
@Component
class RecentRepairs {

    static final String REPEAT = "fault.repeat";
    private static final int MOST = 20;

    private final FaultRows rows;
    private final Rulebook rulebook;
    private final Clock clock;

    RecentRepairs(FaultRows rows, Rulebook rulebook, Clock clock) {
        this.rows = rows;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    int days(Actor actor) {
        return rulebook.days(actor.bureau(), REPEAT, LocalDate.ofInstant(clock.instant(), actor.zone()));
    }

    /** Before a moment, the latest first. */
    List<Fault> of(Actor actor, LineId line, Instant before) {
        return rows.restored(actor.bureau(), line, before.minus(Duration.ofDays(days(actor))), before, MOST);
    }
}
