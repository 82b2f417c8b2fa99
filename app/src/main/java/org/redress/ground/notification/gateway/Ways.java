package org.redress.ground.notification.gateway;

import java.nio.file.Path;
import org.redress.ground.notification.Gateway;
import org.redress.ground.notification.MessageChannel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Which way each channel takes: the one that the operator has set up, else files in {@code outbox}. */
@Configuration(proxyBeanMethods = false)
class Ways {

    @Bean
    Gateway mailGateway(Environment settings) {
        return files(settings, MessageChannel.EMAIL);
    }

    @Bean
    Gateway smsGateway(Environment settings) {
        return files(settings, MessageChannel.SMS);
    }

    @Bean
    Gateway letterGateway(Environment settings) {
        return files(settings, MessageChannel.LETTER);
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
