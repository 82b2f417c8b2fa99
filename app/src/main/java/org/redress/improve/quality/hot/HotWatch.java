package org.redress.improve.quality.hot;

import java.time.Duration;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.RecurringJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for hot matters every quarter of an hour. What goes wrong in one bureau stays there. */
@Configuration(proxyBeanMethods = false)
class HotWatch {

    private static final Logger log = LoggerFactory.getLogger(HotWatch.class);

    @Bean
    RecurringJob watchHeat(HotMatters matters, Bureaus bureaus) {
        return new RecurringJob(
                "heat", Duration.ofMinutes(15), () -> bureaus.list().forEach(bureau -> look(matters, bureaus, bureau)));
    }

    private static void look(HotMatters matters, Bureaus bureaus, Bureau bureau) {
        try {
            matters.look(bureaus.command(bureau));
        } catch (RuntimeException e) {
            log.error(
                    "hot matters of bureau {} cannot be looked for", bureau.id().value(), e);
        }
    }
}
