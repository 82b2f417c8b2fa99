package org.redress.desk.contact;

import java.time.Duration;
import org.redress.ground.rulebook.KeepingRules;
import org.redress.platform.jobs.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Throws away contacts that somebody began and has not gone on with for as long as the rulebook says. */
@Component
class OldDrafts {

    private final DraftRows rows;
    private final KeepingRules rules;

    OldDrafts(DraftRows rows, KeepingRules rules) {
        this.rows = rows;
        this.rules = rules;
    }

    @Bean
    RecurringJob oldContactDrafts() {
        return new RecurringJob("contact-drafts", Duration.ofHours(1), this::remove);
    }

    void remove() {
        rules.apply("draft.keep", rows::removeSavedBefore);
    }
}
