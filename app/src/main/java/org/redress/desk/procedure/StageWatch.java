package org.redress.desk.procedure;

import java.time.Duration;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.RecurringJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Counts the work at the places of procedures. What goes wrong in one bureau stays there. */
@Configuration(proxyBeanMethods = false)
class StageWatch {

    private static final Logger log = LoggerFactory.getLogger(StageWatch.class);
    private static final Duration PAUSE = Duration.ofMinutes(2);

    @Bean
    RecurringJob reckonStages(StageReckoning reckoning, Bureaus bureaus) {
        return new RecurringJob(
                "procedure-stages", PAUSE, () -> bureaus.list().forEach(bureau -> reckon(reckoning, bureau)));
    }

    private static void reckon(StageReckoning reckoning, Bureau bureau) {
        try {
            reckoning.reckon(bureau);
        } catch (RuntimeException e) {
            log.error("stages of bureau {} cannot be counted", bureau.id().value(), e);
        }
    }
}
