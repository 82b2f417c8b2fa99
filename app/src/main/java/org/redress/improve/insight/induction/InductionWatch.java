package org.redress.improve.insight.induction;

import java.time.Duration;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.RecurringJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks at each bureau's cases anew where there are new ones. */
@Configuration(proxyBeanMethods = false)
class InductionWatch {

    private static final Logger log = LoggerFactory.getLogger(InductionWatch.class);

    @Bean
    RecurringJob induce(Induction induction, Bureaus bureaus) {
        return new RecurringJob(
                "insight.induction",
                Duration.ofMinutes(1),
                () -> bureaus.list().forEach(bureau -> look(induction, bureaus, bureau)));
    }

    private static void look(Induction induction, Bureaus bureaus, Bureau bureau) {
        try {
            induction.refresh(bureaus.command(bureau));
        } catch (RuntimeException e) {
            log.error("cases of bureau {} cannot be gone through", bureau.id().value(), e);
        }
    }
}
