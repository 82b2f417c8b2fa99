package org.redress.desk.ticket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Superiors;
import org.redress.ground.notification.About;
import org.redress.ground.notification.Notice;
import org.redress.ground.notification.Notices;
import org.redress.platform.jobs.RecurringJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets what was held for an appointment go on once its moment has come, each ticket in a transaction of its own: its clock
 * has run on from that moment by itself. What goes wrong with one stays there.
 */
@Component
class Appointments {

    private static final Logger log = LoggerFactory.getLogger(Appointments.class);
    private static final String CODE = "ticket.appointment";
    private static final int BATCH = 50;

    private final TicketRows rows;
    private final StateChanges states;
    private final Notices notices;
    private final Superiors superiors;
    private final Bureaus bureaus;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Appointments(
            TicketRows rows,
            StateChanges states,
            Notices notices,
            Superiors superiors,
            Bureaus bureaus,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.states = states;
        this.notices = notices;
        this.superiors = superiors;
        this.bureaus = bureaus;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Bean
    RecurringJob watchAppointments() {
        return new RecurringJob("appointments", Duration.ofSeconds(5), this::look);
    }

    private void look() {
        bureaus.list().forEach(this::look);
    }

    /** How many went on. */
    int look(Bureau bureau) {
        Actor product = bureaus.command(bureau);
        Instant now = clock.instant();
        Instant until = Instant.EPOCH;
        UUID after = new UUID(0, 0);
        int gone = 0;
        List<Ticket> some;
        do {
            some = rows.heldUntil(product, now, until, after, BATCH);
            for (Ticket ticket : some) {
                gone += wentOn(product, ticket.id()) ? 1 : 0;
                until = Objects.requireNonNull(ticket.heldUntil());
                after = ticket.id().value();
            }
        } while (some.size() == BATCH && !Thread.currentThread().isInterrupted());
        return gone;
    }

    private boolean wentOn(Actor product, TicketId id) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> goOn(product, rows.get(product, id))));
        } catch (RuntimeException e) {
            log.error("ticket {} cannot go on after its appointment", id.value(), e);
            return false;
        }
    }

    private boolean goOn(Actor product, Ticket held) {
        boolean done =
                states.goOn(product, held) instanceof StepResult.Done(Ticket after) && after.version() > held.version();
        if (done) {
            ring(product, held);
        }
        return done;
    }

    private void ring(Actor product, Ticket ticket) {
        notices.ring(
                product,
                superiors.hearing(product.bureau(), ticket.responsible(), ticket.unit(), clock.instant()),
                new Notice(
                        CODE,
                        new About(
                                Reach.KIND,
                                ticket.id().value(),
                                ticket.number().toString(),
                                "/tickets/" + ticket.id().value()),
                        CODE + "." + ticket.version(),
                        words -> Map.of("number", ticket.number().toString(), "subject", ticket.subject())));
    }
}
