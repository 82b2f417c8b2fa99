package org.redress.desk.ticket;

import java.time.Duration;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.RecurringJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Folds what has changed into the kept counts of open work, and once a day holds them against what is open. */
@Component
class TallyWatch {

    private static final Logger log = LoggerFactory.getLogger(TallyWatch.class);

    private final OpenTallies tallies;
    private final Bureaus bureaus;

    TallyWatch(OpenTallies tallies, Bureaus bureaus) {
        this.tallies = tallies;
        this.bureaus = bureaus;
    }

    @Bean
    RecurringJob foldTallies() {
        return new RecurringJob(
                "tallies", Duration.ofSeconds(5), () -> bureaus.list().forEach(bureau -> tallies.fold(bureau.id())));
    }

    @Bean
    RecurringJob watchTallies() {
        return new RecurringJob("tally-drift", Duration.ofDays(1), this::look);
    }

    private void look() {
        bureaus.list().forEach(bureau -> {
            long wrong = tallies.mend(bureau.id());
            if (wrong > 0) {
                log.error(
                        "{} kept counts of open tickets of bureau {} were not what was open, and have been put right",
                        wrong,
                        bureau.id().value());
            }
        });
    }
}
