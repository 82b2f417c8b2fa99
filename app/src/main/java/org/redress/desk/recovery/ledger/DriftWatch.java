package org.redress.desk.recovery.ledger;

import java.time.Clock;
import java.time.Duration;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.RecurringJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Holds the kept sums of every bureau against the lines once a day; the page of the reconciliation says what was found. */
@Component
class DriftWatch {

    private static final Logger log = LoggerFactory.getLogger(DriftWatch.class);

    private final Balances balances;
    private final Bureaus bureaus;
    private final Clock clock;

    DriftWatch(Balances balances, Bureaus bureaus, Clock clock) {
        this.balances = balances;
        this.bureaus = bureaus;
        this.clock = clock;
    }

    @Bean
    RecurringJob watchDrift() {
        return new RecurringJob("compensation-drift", Duration.ofDays(1), this::look);
    }

    private void look() {
        bureaus.list().forEach(bureau -> {
            Actor product = bureaus.command(bureau);
            long drift = balances.drift(product);
            balances.looked(product, new Drift(drift, clock.instant()));
            if (drift > 0) {
                log.error(
                        "{} kept sums of bureau {} are not what the ledger adds up to",
                        drift,
                        bureau.id().value());
            }
        });
    }
}
