package org.redress.ground.commitment;

import java.time.LocalDate;
import java.util.Map;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.rulebook.Rulebook;
import org.springframework.stereotype.Component;

/** The patience of each bureau, from its rulebook. */
@Component
class Patiences {

    private final Rulebook rulebook;
    private final CalendarShelf calendars;
    private final Bureaus bureaus;
    private final java.time.Clock time;

    Patiences(Rulebook rulebook, CalendarShelf calendars, Bureaus bureaus, java.time.Clock time) {
        this.rulebook = rulebook;
        this.calendars = calendars;
        this.bureaus = bureaus;
        this.time = time;
    }

    Patience of(BureauId bureau) {
        LocalDate today =
                LocalDate.ofInstant(time.instant(), bureaus.get(bureau).zone());
        return new Patience(
                Map.of(
                        Rung.PERSON, rulebook.limit(bureau, "escalation.head", today),
                        Rung.HEAD, rulebook.limit(bureau, "escalation.director", today),
                        Rung.DIRECTOR, rulebook.limit(bureau, "escalation.manager", today)),
                rulebook.limit(bureau, "escalation.answered", today),
                calendars.get(bureau, Calendars.WORKING));
    }
}
