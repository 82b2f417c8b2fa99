package org.redress.desk.recovery.severity;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
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
 * Reckons twice an hour what grows by itself: failures whose customers are still without service. Tells tickets what was
 * reckoned before they were told.
 */
@Configuration(proxyBeanMethods = false)
class SeverityWatch {

    private static final Logger log = LoggerFactory.getLogger(SeverityWatch.class);
    private static final int BATCH = 100;

    @Bean
    RecurringJob watchSeverity(Severities severities, SeverityRows rows, Bureaus bureaus) {
        return new RecurringJob(
                "severity",
                Duration.ofMinutes(30),
                () -> bureaus.list().stream().map(Bureau::id).forEach(bureau -> look(severities, rows, bureau)));
    }

    private static void look(Severities severities, SeverityRows rows, BureauId bureau) {
        try {
            List<TicketId> growing = rows.growing(bureau, new UUID(0, 0), BATCH);
            while (!growing.isEmpty() && SeverityBacklog.going()) {
                SeverityBacklog.together(severities, bureau, growing);
                growing = rows.growing(bureau, growing.getLast().value(), BATCH);
            }
            List<TicketId> untold = rows.unmarked(bureau, BATCH);
            while (!untold.isEmpty() && SeverityBacklog.going()) {
                severities.mark(bureau, untold);
                untold = rows.unmarked(bureau, BATCH);
            }
        } catch (RuntimeException e) {
            log.error("severities of bureau {} cannot be reckoned", bureau.value(), e);
        }
    }
}
