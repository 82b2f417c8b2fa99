package org.redress.desk.contact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.rulebook.Rulebook;
import org.redress.platform.jobs.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Throws away contacts that somebody began and has not gone on with for as long as the rulebook says. */
@Component
class OldDrafts {

    private final DraftRows rows;
    private final Bureaus bureaus;
    private final Rulebook rulebook;
    private final Clock clock;

    OldDrafts(DraftRows rows, Bureaus bureaus, Rulebook rulebook, Clock clock) {
        this.rows = rows;
        this.bureaus = bureaus;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    @Bean
    RecurringJob oldContactDrafts() {
        return new RecurringJob("contact-drafts", Duration.ofHours(1), this::remove);
    }

    void remove() {
        Instant now = clock.instant();
        for (Bureau bureau : bureaus.list()) {
            int days = rulebook.days(bureau.id(), "draft.keep", LocalDate.ofInstant(now, bureau.zone()));
            rows.removeSavedBefore(bureau.id(), now.minus(Duration.ofDays(days)));
        }
    }
}
