package org.redress.ground.commitment;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.Superiors;
import org.redress.platform.database.Ids;
import org.redress.platform.jobs.Outbox;
import org.redress.platform.jobs.RecurringJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at the clocks that run. What happens to one by itself, its warning, its lateness and each step up the ladder, is
 * written in one transaction with the next moment at which to look; so each happens once, whoever is killed meanwhile.
 */
@Component
class Watch {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);
    /** Name of the metric. */
    static final String LATENESS = "redress.clock.lateness";

    private static final int BATCH = 200;
    /** A clock that cannot be looked at is left for so long. */
    private static final Duration REST = Duration.ofMinutes(10);

    private final ClockRows rows;
    private final EscalationRows escalations;
    private final Bureaus bureaus;
    private final Superiors superiors;
    private final EscalationNotices notices;
    private final Outbox outbox;
    private final Map<String, Answering> answering;
    private final java.time.Clock time;
    private final TransactionTemplate transaction;
    private final Patiences patiences;
    private final Timer lateness;

    Watch(
            ClockRows rows,
            EscalationRows escalations,
            Bureaus bureaus,
            Superiors superiors,
            EscalationNotices notices,
            Outbox outbox,
            List<Answering> answering,
            java.time.Clock time,
            Patiences patiences,
            MeterRegistry meters,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.escalations = escalations;
        this.bureaus = bureaus;
        this.superiors = superiors;
        this.notices = notices;
        this.outbox = outbox;
        this.answering = answering.stream().collect(Collectors.toMap(Answering::kind, Function.identity()));
        this.time = time;
        this.patiences = patiences;
        this.lateness = Timer.builder(LATENESS)
                .description("From the moment when something is to happen to a clock until it has happened")
                .publishPercentiles(0.5, 0.99)
                .distributionStatisticExpiry(Duration.ofMinutes(10))
                .register(meters);
        this.transaction = new TransactionTemplate(transactions);
    }

    @Bean
    RecurringJob watchClocks() {
        return new RecurringJob("clocks", Duration.ofSeconds(1), this::look);
    }

    /** Lets happen what is due; returns how much that was. What goes wrong in one bureau, or with one clock, stays there. */
    int look() {
        return bureaus.list().stream().map(Bureau::id).mapToInt(this::lookAt).sum();
    }

    private int lookAt(BureauId bureau) {
        int fired = 0;
        int batch;
        do {
            try {
                batch = some(bureau, BATCH);
            } catch (RuntimeException e) {
                log.warn("clocks of bureau {} are looked at one by one", bureau.value(), e);
                batch = oneByOne(bureau);
            }
            fired += batch;
        } while (batch > 0 && !Thread.currentThread().isInterrupted());
        return fired;
    }

    private int oneByOne(BureauId bureau) {
        int looked = 0;
        while (looked < BATCH) {
            try {
                if (some(bureau, 1) == 0) {
                    return looked;
                }
            } catch (RuntimeException e) {
                log.error("a clock of bureau {} cannot be looked at and is left for a while", bureau.value(), e);
                Instant now = now();
                transaction.executeWithoutResult(status -> rows.postponeFirst(bureau, now, now.plus(REST)));
            }
            looked++;
        }
        return looked;
    }

    private int some(BureauId bureau, int most) {
        List<Clock> fired = Objects.requireNonNull(transaction.execute(status -> {
            Instant now = now();
            List<Clock> ripe = rows.ripe(bureau, now, most);
            if (!ripe.isEmpty()) {
                fire(bureau, ripe, now);
            }
            return ripe;
        }));
        measure(bureau, fired);
        return fired.size();
    }

    private void measure(BureauId bureau, List<Clock> fired) {
        Patience patience = patiences.of(bureau);
        Instant done = time.instant();
        for (Clock clock : fired) {
            Instant owed = clock.nextAt(patience);
            if (owed != null && owed.isBefore(done)) {
                lateness.record(Duration.between(owed, done));
            }
        }
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private void fire(BureauId bureau, List<Clock> clocks, Instant now) {
        List<Clock> next =
                clocks.stream().map(clock -> ClockSteps.fire(clock, now)).toList();
        Told told = new Told(bureau, matters(bureau, clocks), earlier(bureau, next), now);
        List<Clock> fired = new ArrayList<>();
        List<EscalationRows.Of> fresh = new ArrayList<>();
        for (Clock clock : next) {
            Optional<Put> put = told.put(clock);
            fired.add(ClockSteps.raised(clock, put.map(Put::rung).orElse(Rung.GENERAL_MANAGER)));
            put.ifPresent(to -> fresh.add(new EscalationRows.Of(
                    clock.id(),
                    new Escalation(
                            Ids.next(), clock.subject(), clock.name(), to.rung(), now, to.to(), to.passed(), null))));
        }
        rows.update(bureau, fired);
        escalations.insert(bureau, fresh);
        notices.tell(bureau, fresh, told.matters, fired);
        fired.stream()
                .filter(clock -> clock.climb().rung() == Rung.PERSON)
                .forEach(clock -> outbox.add(
                        bureau.value(), ClockLate.TOPIC, ClockLate.of(clock).json()));
    }

    /** Who has heard of these clocks on a rung below. */
    private Map<UUID, Set<StaffId>> earlier(BureauId bureau, List<Clock> clocks) {
        return escalations.told(
                bureau,
                clocks.stream()
                        .filter(clock -> clock.climb().rung().post() != null)
                        .map(Clock::id)
                        .toList());
    }

    private Map<UUID, Answering.Matter> matters(BureauId bureau, List<Clock> clocks) {
        Map<UUID, Answering.Matter> matters = new HashMap<>();
        clocks.stream()
                .map(Clock::subject)
                .collect(Collectors.groupingBy(Subject::kind, Collectors.mapping(Subject::id, Collectors.toSet())))
                .forEach((kind, subjects) -> {
                    Answering owner = answering.get(kind);
                    if (owner != null) {
                        matters.putAll(owner.matters(bureau, subjects));
                    }
                });
        return matters;
    }

    /**
     * To whom a clock is put.
     *
     * @param to null where nobody is there
     * @param passed the rungs below whose posts nobody holds, or somebody who has heard of it
     */
    private record Put(Rung rung, @Nullable StaffId to, List<Rung> passed) {}

    /** Finds for each clock of a batch who is told, asking once for each post of a unit. */
    private final class Told {

        private record Seat(UUID unit, String post) {}

        private final BureauId bureau;
        private final Map<UUID, Answering.Matter> matters;
        private final Map<UUID, Set<StaffId>> earlier;
        private final Instant now;
        private final Map<Seat, @Nullable StaffId> holders = new HashMap<>();

        Told(BureauId bureau, Map<UUID, Answering.Matter> matters, Map<UUID, Set<StaffId>> earlier, Instant now) {
            this.bureau = bureau;
            this.matters = matters;
            this.earlier = earlier;
            this.now = now;
        }

        /** Empty where everybody from there on up has heard of it: nobody is left to be told. */
        Optional<Put> put(Clock clock) {
            Rung rung = clock.climb().rung();
            Answering.Matter matter = matters.get(clock.subject().id());
            if (matter == null) {
                return Optional.of(new Put(rung, null, List.of()));
            }
            if (rung.post() != null) {
                Optional<Put> next = held(matter, rung, earlier.getOrDefault(clock.id(), Set.of()));
                boolean deserted =
                        next.isEmpty() && held(matter, rung, Set.of()).isEmpty();
                return deserted ? Optional.of(new Put(rung, null, List.of())) : next;
            }
            StaffId person = superiors.present(bureau, matter.responsible(), now);
            StaffId above = superiors.away(bureau, person, now)
                    ? held(matter, Rung.HEAD, Set.of()).map(Put::to).orElse(null)
                    : null;
            return Optional.of(new Put(rung, above == null ? person : above, List.of()));
        }

        /** The first rung from here on whose post somebody holds who has not heard of it. */
        private Optional<Put> held(Answering.Matter matter, Rung from, Set<StaffId> heard) {
            List<Rung> passed = new ArrayList<>();
            for (Rung rung : EnumSet.range(from, Rung.GENERAL_MANAGER)) {
                StaffId holder = holder(matter, Objects.requireNonNull(rung.post()));
                if (holder != null && !heard.contains(holder)) {
                    return Optional.of(new Put(rung, holder, passed));
                }
                passed.add(rung);
            }
            return Optional.empty();
        }

        private @Nullable StaffId holder(Answering.Matter matter, String post) {
            return holders.computeIfAbsent(
                    new Seat(matter.unit().value(), post),
                    seat -> superiors.holder(bureau, matter.unit(), post, now).orElse(null));
        }
    }
}
