package org.redress.desk.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.Remedy;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.RecurringJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Looks once an hour, first at the start, for open orders that wait for their turn although it was promised that they come
 * first: promises from before the lists knew of them. Of those with nothing to do it reads an index and their promises.
 */
@Component
class PriorityWatch {

    private static final Logger log = LoggerFactory.getLogger(PriorityWatch.class);
    private static final int BATCH = 500;

    private final FaultRows rows;
    private final RepairPriorities priorities;
    private final Remedies remedies;
    private final Bureaus bureaus;

    PriorityWatch(FaultRows rows, RepairPriorities priorities, Remedies remedies, Bureaus bureaus) {
        this.rows = rows;
        this.priorities = priorities;
        this.remedies = remedies;
        this.bureaus = bureaus;
    }

    @Bean
    RecurringJob watchPriorities() {
        return new RecurringJob(
                "repair-priorities", Duration.ofHours(1), () -> bureaus.list().forEach(this::look));
    }

    void look(Bureau bureau) {
        Actor product = bureaus.command(bureau);
        UUID after = new UUID(0, 0);
        List<Fault> some;
        do {
            some = rows.inTurn(bureau.id(), after, BATCH);
            promised(product, some);
            after = some.isEmpty() ? after : some.getLast().line().value();
        } while (some.size() == BATCH && !Thread.currentThread().isInterrupted());
    }

    private void promised(Actor product, List<Fault> some) {
        Map<TicketId, List<Remedy>> given =
                remedies.of(product, some.stream().map(Fault::ticket).distinct().toList());
        some.stream()
                .filter(fault -> RepairPriorities.standing(given.getOrDefault(fault.ticket(), List.of()))
                        .isPresent())
                .forEach(fault -> look(product, fault));
    }

    private void look(Actor product, Fault fault) {
        try {
            priorities.look(product, fault.id());
        } catch (RuntimeException e) {
            log.error("fault {} cannot be put before others", fault.id().value(), e);
        }
    }
}
