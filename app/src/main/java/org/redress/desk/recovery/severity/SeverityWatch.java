package org.redress.desk.recovery.severity;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.RecurringJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Reckons twice an hour what grows by itself, failures whose customers are still without service, and open ones that were
 * reckoned by rules which no longer hold, and what files brought. Tells tickets what was reckoned before they were told.
 */
@Configuration(proxyBeanMethods = false)
class SeverityWatch {

    private static final Logger log = LoggerFactory.getLogger(SeverityWatch.class);
    private static final int BATCH = 100;
    private static final UUID LAST = new UUID(-1, -1);

    @Bean
    RecurringJob watchSeverity(Severities severities, SeverityRows rows, Bureaus bureaus) {
        return new RecurringJob(
                "severity",
                Duration.ofMinutes(30),
                () -> bureaus.list().stream().map(Bureau::id).forEach(bureau -> look(severities, rows, bureau)));
    }

    /** The newest first, so that what cannot be reckoned stands in nobody's way; each batch upwards, as others hold tickets. */
    private static void rate(Severities severities, BureauId bureau) {
        List<TicketId> batch = severities.unrated(bureau, LAST, BATCH);
        while (!batch.isEmpty() && !Thread.currentThread().isInterrupted()) {
            try {
                severities.reckon(bureau, batch.reversed());
            } catch (RuntimeException e) {
                log.error("imported tickets of bureau {} cannot be rated", bureau.value(), e);
            }
            batch = severities.unrated(bureau, batch.getLast().value(), BATCH);
        }
    }

    static void look(Severities severities, SeverityRows rows, BureauId bureau) {
        try {
            reckon(severities, bureau, after -> rows.growing(bureau, after, BATCH));
            int rules = severities.rules(bureau);
            reckon(severities, bureau, after -> rows.older(bureau, rules, after, BATCH));
            List<TicketId> untold = rows.unmarked(bureau, BATCH);
            while (!untold.isEmpty() && !Thread.currentThread().isInterrupted()) {
                severities.mark(bureau, untold);
                untold = rows.unmarked(bureau, BATCH);
            }
        } catch (RuntimeException e) {
            log.error("severities of bureau {} cannot be reckoned", bureau.value(), e);
        }
        rate(severities, bureau);
    }

    private static void reckon(Severities severities, BureauId bureau, Function<UUID, List<TicketId>> after) {
        List<TicketId> batch = after.apply(new UUID(0, 0));
        while (!batch.isEmpty() && !Thread.currentThread().isInterrupted()) {
            severities.reckon(bureau, batch);
            batch = after.apply(batch.getLast().value());
        }
    }
}
