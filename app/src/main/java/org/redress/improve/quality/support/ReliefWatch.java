package org.redress.improve.quality.support;

import java.time.Duration;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.RecurringJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets rights to a break lapse that nobody has used in time. What goes wrong in one bureau stays there. */
@Component
class ReliefWatch {

    private static final Logger log = LoggerFactory.getLogger(ReliefWatch.class);

    private final ReliefLedger ledger;
    private final Bureaus bureaus;
    private final TransactionTemplate transaction;

    ReliefWatch(ReliefLedger ledger, Bureaus bureaus, PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.bureaus = bureaus;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Bean
    RecurringJob watchReliefs() {
        return new RecurringJob("reliefs", Duration.ofMinutes(1), this::look);
    }

    void look() {
        bureaus.list().forEach(this::look);
    }

    private void look(Bureau bureau) {
        try {
            transaction.executeWithoutResult(status -> ledger.lapse(bureaus.command(bureau)));
        } catch (RuntimeException e) {
            log.error("reliefs of bureau {} cannot be looked at", bureau.id().value(), e);
        }
    }
}
