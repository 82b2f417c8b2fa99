package org.redress.desk.recovery.severity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.RecurringJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Reckons open tickets that files brought, and those that were reckoned by rules which no longer hold. A run goes batch by
 * batch until nothing is left, for two hours at most; of all lists of all bureaus each has its turn, and between batches others
 * have theirs. What cannot be reckoned is passed over: the next run begins where the last one stopped, and from the start once
 * a list has come to its end. Where it stopped is known as long as the process lives; another one begins from the start.
 */
@Component
class SeverityBacklog {

    /** For which a run lasts at most. */
    static final Duration LONGEST = Duration.ofHours(2);

    private static final Logger log = LoggerFactory.getLogger(SeverityBacklog.class);
    private static final int BATCH = 100;
    private static final Duration REST = Duration.ofMillis(50);

    /** What is to be reckoned, and behind which ticket its list begins. */
    enum Wanting {
        /** Never reckoned: the newest first. */
        UNRATED(new UUID(-1, -1)),
        /** Reckoned by former rules: the oldest first. */
        FORMER(new UUID(0, 0));

        private final UUID start;

        Wanting(UUID start) {
            this.start = start;
        }
    }

    private record Sweep(BureauId bureau, Wanting what) {}

    private final Severities severities;
    private final SeverityRows rows;
    private final Bureaus bureaus;
    private final Clock clock;
    private final Map<Sweep, UUID> stopped = new ConcurrentHashMap<>();

    SeverityBacklog(Severities severities, SeverityRows rows, Bureaus bureaus, Clock clock) {
        this.severities = severities;
        this.rows = rows;
        this.bureaus = bureaus;
        this.clock = clock;
    }

    @Bean
    RecurringJob severityBacklog() {
        return new RecurringJob(
                "severity-backlog",
                Duration.ofMinutes(30),
                () -> look(bureaus.list().stream().map(Bureau::id).toList(), BATCH));
    }

    void look(Collection<BureauId> of, int size) {
        Instant until = clock.instant().plus(LONGEST);
        List<Sweep> open = new ArrayList<>();
        of.forEach(bureau -> Arrays.stream(Wanting.values()).forEach(what -> open.add(new Sweep(bureau, what))));
        while (!open.isEmpty() && going() && clock.instant().isBefore(until)) {
            open.removeIf(sweep -> !goOn(sweep, size));
        }
    }

    /** Reckons another batch; false where there is none. */
    private boolean goOn(Sweep sweep, int size) {
        try {
            List<TicketId> batch = after(sweep, stopped.getOrDefault(sweep, sweep.what().start), size);
            if (batch.isEmpty()) {
                stopped.remove(sweep);
                return false;
            }
            // Upwards, as others hold tickets.
            together(severities, sweep.bureau(), sweep.what() == Wanting.UNRATED ? batch.reversed() : batch);
            stopped.put(sweep, batch.getLast().value());
            Thread.sleep(REST);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (RuntimeException e) {
            log.error(
                    "severities of bureau {} cannot be reckoned", sweep.bureau().value(), e);
            return false;
        }
    }

    private List<TicketId> after(Sweep sweep, UUID place, int size) {
        return switch (sweep.what()) {
            case UNRATED -> severities.unrated(sweep.bureau(), place, size);
            case FORMER -> rows.older(sweep.bureau(), severities.rules(sweep.bureau()), place, size);
        };
    }

    /** In one transaction; where that fails, each in its own, so that one that cannot be reckoned keeps no other from it. */
    static void together(Severities severities, BureauId bureau, List<TicketId> batch) {
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

    static boolean going() {
        return !Thread.currentThread().isInterrupted();
    }
}
