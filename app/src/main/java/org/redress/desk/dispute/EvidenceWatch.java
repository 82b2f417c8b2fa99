package org.redress.desk.dispute;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.database.Moments;
import org.redress.platform.jobs.RecurringJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Decides what nobody has proved by its limit, each in a transaction of its own. What goes wrong with one stays there. */
@Component
class EvidenceWatch {

    private static final Logger log = LoggerFactory.getLogger(EvidenceWatch.class);
    private static final int BATCH = 50;

    private final ClaimRows rows;
    private final ClaimDecisions decisions;
    private final Bureaus bureaus;
    private final Clock clock;
    private final TransactionTemplate transaction;

    EvidenceWatch(
            ClaimRows rows,
            ClaimDecisions decisions,
            Bureaus bureaus,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.decisions = decisions;
        this.bureaus = bureaus;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Bean
    RecurringJob watchEvidence() {
        return new RecurringJob("evidence", Duration.ofMinutes(1), this::look);
    }

    void look() {
        bureaus.list().forEach(this::look);
    }

    /** How many it decided. */
    int look(Bureau bureau) {
        Actor product = bureaus.command(bureau);
        Instant now = clock.instant();
        Instant due = Instant.EPOCH;
        UUID after = new UUID(0, 0);
        int decided = 0;
        List<Claim> some;
        do {
            some = rows.list(
                    bureau.id(),
                    ClaimRows.UNPROVED,
                    Map.of("now", Moments.at(now), "due", Moments.at(due), "id", after, "limit", BATCH));
            for (Claim claim : some) {
                decided += expired(product, claim) ? 1 : 0;
                due = claim.dueAt();
                after = claim.id().value();
            }
        } while (some.size() == BATCH && !Thread.currentThread().isInterrupted());
        return decided;
    }

    private boolean expired(Actor product, Claim claim) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> decisions.expire(product, claim.id())));
        } catch (RuntimeException e) {
            log.error("claim {} cannot be decided by its limit", claim.id().value(), e);
            return false;
        }
    }
}
