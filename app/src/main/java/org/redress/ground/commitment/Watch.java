package org.redress.ground.commitment;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.Superiors;
import org.redress.platform.database.Ids;
import org.redress.platform.jobs.RecurringJob;
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

    private static final int BATCH = 200;

    private final ClockRows rows;
    private final EscalationRows escalations;
    private final Superiors superiors;
    private final EscalationNotices notices;
    private final Map<String, Answering> answering;
    private final java.time.Clock time;
    private final TransactionTemplate transaction;

    Watch(
            ClockRows rows,
            EscalationRows escalations,
            Superiors superiors,
            EscalationNotices notices,
            List<Answering> answering,
            java.time.Clock time,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.escalations = escalations;
        this.superiors = superiors;
        this.notices = notices;
        this.answering = answering.stream().collect(Collectors.toMap(Answering::kind, Function.identity()));
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Bean
    RecurringJob watchClocks() {
        return new RecurringJob("clocks", Duration.ofSeconds(1), this::look);
    }

    /** Lets happen what is due; returns how much that was. */
    int look() {
        int fired = 0;
        int batch;
        do {
            Integer some = transaction.execute(status -> lookOnce());
            batch = some == null ? 0 : some;
            fired += batch;
        } while (batch > 0);
        return fired;
    }

    private int lookOnce() {
        Instant now = time.instant().truncatedTo(ChronoUnit.SECONDS);
        Map<BureauId, List<Clock>> ripe = rows.ripe(now, BATCH);
        ripe.forEach((bureau, clocks) -> fire(bureau, clocks, now));
        return ripe.values().stream().mapToInt(List::size).sum();
    }

    private void fire(BureauId bureau, List<Clock> clocks, Instant now) {
        List<Clock> fired =
                clocks.stream().map(clock -> ClockSteps.fire(clock, now)).toList();
        rows.update(bureau, fired);
        Told told = new Told(bureau, matters(bureau, fired), now);
        List<EscalationRows.Of> fresh = new ArrayList<>();
        for (Clock clock : fired) {
            Rung rung = clock.climb().rung();
            fresh.add(new EscalationRows.Of(
                    clock.id(),
                    new Escalation(Ids.next(), clock.subject(), clock.name(), rung, now, told.to(clock, rung), null)));
        }
        escalations.insert(bureau, fresh);
        notices.tell(bureau, fresh, told.matters, fired);
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

    /** Finds for each clock of a batch who is told, asking once for each post of a unit. */
    private final class Told {

        private record Seat(UUID unit, String post) {}

        private final BureauId bureau;
        private final Map<UUID, Answering.Matter> matters;
        private final Instant now;
        private final Map<Seat, @Nullable StaffId> holders = new HashMap<>();

        Told(BureauId bureau, Map<UUID, Answering.Matter> matters, Instant now) {
            this.bureau = bureau;
            this.matters = matters;
            this.now = now;
        }

        @Nullable
        StaffId to(Clock clock, Rung rung) {
            Answering.Matter matter = matters.get(clock.subject().id());
            String post = rung.post();
            if (matter == null) {
                return null;
            }
            if (post == null) {
                return superiors.present(bureau, matter.responsible(), now);
            }
            return holders.computeIfAbsent(
                    new Seat(matter.unit().value(), post),
                    seat -> superiors.holder(bureau, matter.unit(), post, now).orElse(null));
        }
    }
}
