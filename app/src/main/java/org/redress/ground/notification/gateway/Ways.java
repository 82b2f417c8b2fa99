package org.redress.ground.notification.gateway;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.notification.Gateway;
import org.redress.ground.notification.MessageChannel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Which way each channel takes: the one that the operator has set up, else files in {@code outbox}; letters are printed from {@code letters}. */
@Configuration(proxyBeanMethods = false)
class Ways {

    @Bean
    Gateway mailGateway(Environment settings, Clock clock) {
        return MailSettings.present(settings)
                ? new MailGateway(MailSettings.of(settings), clock)
                : files(settings, MessageChannel.EMAIL);
    }

    @Bean
    Gateway smsGateway(Environment settings) {
        String url = settings.getProperty("redress.sms.url", "");
        if (!url.isBlank()) {
            return new HttpSmsGateway(URI.create(url.strip()), settings.getProperty("redress.sms.token", ""));
        }
        return SmppSettings.present(settings)
                ? new SmppGateway(SmppSettings.of(settings))
                : files(settings, MessageChannel.SMS);
    }

    @Bean
    Gateway letterGateway(Environment settings, Bureaus bureaus, Clock clock) {
        return new LetterGateway(data(settings).resolve("letters"), bureaus, clock);
    }

    private static Gateway files(Environment settings, MessageChannel channel) {
        return new FileGateway(channel, data(settings).resolve("outbox"));
    }

    static Path data(Environment settings) {
        return Path.of(settings.getProperty("redress.data", "data"))
                .toAbsolutePath()
                .normalize();
    }
}
