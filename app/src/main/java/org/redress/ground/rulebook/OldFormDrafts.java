package org.redress.ground.rulebook;

import java.time.Duration;
import org.redress.platform.jobs.RecurringJob;
import org.redress.platform.web.FormDrafts;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Throws away what somebody wrote into a form and has not gone on with for as long as the rulebook says. */
@Component
public class OldFormDrafts {

    private final FormDrafts drafts;
    private final KeepingRules rules;

    OldFormDrafts(FormDrafts drafts, KeepingRules rules) {
        this.drafts = drafts;
        this.rules = rules;
    }

    @Bean
    RecurringJob sweepFormDrafts() {
        return new RecurringJob("form-drafts", Duration.ofHours(1), this::remove);
    }

    public void remove() {
        rules.apply("draft.keep", (bureau, before) -> drafts.removeSavedBefore(bureau.value(), before));
    }
}
