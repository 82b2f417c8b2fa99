package org.redress.desk.ticket.workplace;

import java.time.Duration;
import org.redress.ground.rulebook.KeepingRules;
import org.redress.platform.jobs.RecurringJob;
import org.redress.platform.web.FormDrafts;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Throws away what somebody wrote about a ticket and has not gone on with for as long as the rulebook says. */
@Component
class OldTicketDrafts {

    private final FormDrafts drafts;
    private final KeepingRules rules;

    OldTicketDrafts(FormDrafts drafts, KeepingRules rules) {
        this.drafts = drafts;
        this.rules = rules;
    }

    @Bean
    RecurringJob sweepTicketDrafts() {
        return new RecurringJob("ticket-drafts", Duration.ofHours(1), this::remove);
    }

    void remove() {
        rules.apply(
                "draft.keep", (bureau, before) -> drafts.removeSavedBefore(bureau.value(), TicketDrafts.KIND, before));
    }
}
