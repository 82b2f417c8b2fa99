package org.redress.platform.web;

import java.time.Clock;
import java.time.Duration;
import org.redress.platform.jobs.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets the keys of forms that nobody has open any more. */
@Configuration(proxyBeanMethods = false)
class OldFormKeys {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int AT_A_TIME = 5_000;

    @Bean
    RecurringJob forgetFormKeys(FormKeys keys, Clock clock) {
        return new RecurringJob("form-keys", Duration.ofHours(1), () -> {
            while (keys.forget(clock.instant().minus(KEPT), AT_A_TIME) == AT_A_TIME) {
                // another round
            }
        });
    }
}
