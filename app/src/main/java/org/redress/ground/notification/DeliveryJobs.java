package org.redress.ground.notification;

import java.time.Duration;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One job for each channel, so that a gateway that hangs delays only its own. */
@Configuration(proxyBeanMethods = false)
class DeliveryJobs {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Bean
    RecurringJob deliverSms(Delivery delivery, Bureaus bureaus) {
        return job(delivery, bureaus, MessageChannel.SMS);
    }

    @Bean
    RecurringJob deliverMail(Delivery delivery, Bureaus bureaus) {
        return job(delivery, bureaus, MessageChannel.EMAIL);
    }

    @Bean
    RecurringJob deliverLetters(Delivery delivery, Bureaus bureaus) {
        return job(delivery, bureaus, MessageChannel.LETTER);
    }

    @Bean
    RecurringJob deliverInApp(Delivery delivery, Bureaus bureaus) {
        return job(delivery, bureaus, MessageChannel.IN_APP);
    }

    private static RecurringJob job(Delivery delivery, Bureaus bureaus, MessageChannel channel) {
        return new RecurringJob("message." + channel.slug(), PAUSE, () -> delivery.run(bureaus.list(), channel));
    }
}
