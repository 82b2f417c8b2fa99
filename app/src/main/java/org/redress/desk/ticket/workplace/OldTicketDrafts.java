package org.redress.desk.ticket.workplace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.rulebook.Rulebook;
import org.redress.platform.jobs.RecurringJob;
import org.redress.platform.web.FormDrafts;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Throws away what somebody wrote about a ticket and has not gone on with for as long as the rulebook says. */
@Component
class OldTicketDrafts {

    private final FormDrafts drafts;
    private final Bureaus bureaus;
    private final Rulebook rulebook;
    private final Clock clock;

    OldTicketDrafts(FormDrafts drafts, Bureaus bureaus, Rulebook rulebook, Clock clock) {
        this.drafts = drafts;
        this.bureaus = bureaus;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    @Bean
    RecurringJob sweepTicketDrafts() {
        return new RecurringJob("ticket-drafts", Duration.ofHours(1), this::remove);
    }

    void remove() {
        Instant now = clock.instant();
        for (Bureau bureau : bureaus.list()) {
            int days = rulebook.days(bureau.id(), "draft.keep", LocalDate.ofInstant(now, bureau.zone()));
            drafts.removeSavedBefore(bureau.id().value(), TicketDrafts.KIND, now.minus(Duration.ofDays(days)));
        }
    }
}
