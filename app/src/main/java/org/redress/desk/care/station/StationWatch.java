package org.redress.desk.care.station;

import java.time.Duration;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.RecurringJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens periods as they begin. What goes wrong in one bureau stays there. */
@Configuration(proxyBeanMethods = false)
class StationWatch {

    private static final Logger log = LoggerFactory.getLogger(StationWatch.class);

    @Bean
    RecurringJob watchStations(StationPeriods periods, Bureaus bureaus) {
        return new RecurringJob(
                "stations",
                Duration.ofMinutes(30),
                () -> bureaus.list().forEach(bureau -> look(periods, bureaus, bureau)));
    }

    private static void look(StationPeriods periods, Bureaus bureaus, Bureau bureau) {
        try {
            periods.look(bureaus.command(bureau));
        } catch (RuntimeException e) {
            log.error(
                    "stations of bureau {} cannot be looked after", bureau.id().value(), e);
        }
    }
}
