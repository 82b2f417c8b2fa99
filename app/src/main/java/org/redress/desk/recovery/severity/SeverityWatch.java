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

    /** Of what files brought, in a run: minutes of work, so that other work comes in between; half an hour later it goes on. */
    private static final int BATCHES = 100;

    private static final UUID LAST = new UUID(-1, -1);

    @Bean
    RecurringJob watchSeverity(Severities severities, SeverityRows rows, Bureaus bureaus) {
        return new RecurringJob(
                "severity",
                Duration.ofMinutes(30),
                () -> bureaus.list().stream().map(Bureau::id).forEach(bureau -> look(severities, rows, bureau)));
    }

    /** The newest first; each batch upwards, as others hold tickets. What is left when the batches are used up comes next time. */
    static void rate(Severities severities, BureauId bureau, int size, int batches) {
        List<TicketId> batch = severities.unrated(bureau, LAST, size);
        for (int done = 0; done < batches && !batch.isEmpty() && going(); done++) {
            together(severities, bureau, batch.reversed());
            batch = severities.unrated(bureau, batch.getLast().value(), size);
        }
    }

    /** In one transaction; where that fails, each in its own, so that one that cannot be reckoned keeps no other from it. */
    private static void together(Severities severities, BureauId bureau, List<TicketId> batch) {
        try {
            severities.reckon(bureau, batch);
        } catch (RuntimeException e) {
            log.warn("{} tickets of bureau {} are reckoned one by one", batch.size(), bureau.value(), e);
            batch.stream().takeWhile(one -> going()).forEach(one -> alone(severities, bureau, one));
        }
    }

    private static void alone(Severities severities, BureauId bureau, TicketId ticket) {
        try {
            severities.reckon(bureau, List.of(ticket));
        } catch (RuntimeException e) {
            log.error("ticket {} of bureau {} cannot be reckoned", ticket.value(), bureau.value(), e);
        }
    }

    private static boolean going() {
        return !Thread.currentThread().isInterrupted();
    }

    static void look(Severities severities, SeverityRows rows, BureauId bureau) {
        try {
            reckon(severities, bureau, after -> rows.growing(bureau, after, BATCH));
            int rules = severities.rules(bureau);
            reckon(severities, bureau, after -> rows.older(bureau, rules, after, BATCH));
            List<TicketId> untold = rows.unmarked(bureau, BATCH);
            while (!untold.isEmpty() && going()) {
                severities.mark(bureau, untold);
                untold = rows.unmarked(bureau, BATCH);
            }
        } catch (RuntimeException e) {
            log.error("severities of bureau {} cannot be reckoned", bureau.value(), e);
        }
        rate(severities, bureau, BATCH, BATCHES);
    }

    private static void reckon(Severities severities, BureauId bureau, Function<UUID, List<TicketId>> after) {
        List<TicketId> batch = after.apply(new UUID(0, 0));
        while (!batch.isEmpty() && going()) {
            together(severities, bureau, batch);
            batch = after.apply(batch.getLast().value());
        }
    }
}
