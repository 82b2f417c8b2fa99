package org.redress.ground.rulebook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.springframework.stereotype.Component;

/** Rules that say for how many days something is kept: whoever keeps it is told for each bureau what to throw away. */
@Component
public class KeepingRules {

    private final Bureaus bureaus;
    private final Rulebook rulebook;
    private final Clock clock;

    KeepingRules(Bureaus bureaus, Rulebook rulebook, Clock clock) {
        this.bureaus = bureaus;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** @param remove is given each bureau, and the moment before which nothing is kept there by this rule */
    public void apply(String rule, BiConsumer<BureauId, Instant> remove) {
        Instant now = clock.instant();
        for (Bureau bureau : bureaus.list()) {
            int days = rulebook.days(bureau.id(), rule, LocalDate.ofInstant(now, bureau.zone()));
            remove.accept(bureau.id(), now.minus(Duration.ofDays(days)));
        }
    }
}
