package org.redress.platform.jobs;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OutboxJob {

    @Bean
    RecurringJob drainOutbox(Outbox outbox) {
        return new RecurringJob("outbox", Duration.ofSeconds(1), outbox::drain);
    }
}
