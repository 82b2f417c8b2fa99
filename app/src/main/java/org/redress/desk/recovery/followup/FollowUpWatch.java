package org.redress.desk.recovery.followup;

import java.time.Duration;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.RecurringJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sends what is due and forgets old links. What goes wrong in one bureau stays there. */
@Configuration(proxyBeanMethods = false)
class FollowUpWatch {

    private static final Logger log = LoggerFactory.getLogger(FollowUpWatch.class);

    @Bean
    RecurringJob watchFollowUps(FollowUpSending sending, Bureaus bureaus) {
        return new RecurringJob(
                "follow-ups",
                Duration.ofMinutes(1),
                () -> bureaus.list().forEach(bureau -> look(sending, bureaus, bureau)));
    }

    private static void look(FollowUpSending sending, Bureaus bureaus, Bureau bureau) {
        try {
            Actor product = bureaus.command(bureau);
            while (sending.look(product) > 0 && !Thread.currentThread().isInterrupted()) {
                // another round
            }
            while (sending.forget(product) > 0 && !Thread.currentThread().isInterrupted()) {
                // another round
            }
        } catch (RuntimeException e) {
            log.error("questionnaires of bureau {} cannot be sent", bureau.id().value(), e);
        }
    }
}
