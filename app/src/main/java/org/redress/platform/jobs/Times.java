package org.redress.platform.jobs;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one place that reads the system's clock. */
@Configuration(proxyBeanMethods = false)
class Times {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return new SetClock();
    }
}
