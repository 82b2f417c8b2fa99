package org.redress.improve.quality.card;

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

/** Ends hearings whose limit has passed, and cards whose time is over. What goes wrong in one bureau stays there. */
@Component
class CardWatch {

    private static final Logger log = LoggerFactory.getLogger(CardWatch.class);

    private final CardLedger ledger;
    private final Bureaus bureaus;
    private final TransactionTemplate transaction;

    CardWatch(CardLedger ledger, Bureaus bureaus, PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.bureaus = bureaus;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Bean
    RecurringJob watchCards() {
        return new RecurringJob("cards", Duration.ofMinutes(1), this::look);
    }

    void look() {
        bureaus.list().forEach(this::look);
    }

    private void look(Bureau bureau) {
        try {
            transaction.executeWithoutResult(status -> ledger.tick(bureaus.command(bureau)));
        } catch (RuntimeException e) {
            log.error("cards of bureau {} cannot be looked at", bureau.id().value(), e);
        }
    }
}
