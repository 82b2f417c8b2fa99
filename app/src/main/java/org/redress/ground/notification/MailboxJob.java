package org.redress.ground.notification;

import java.time.Duration;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.RecurringJob;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Looks into the mailbox that the operator has set up, for the bureau {@code redress.mail.imap.bureau}, by default 1. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("redress.mail.imap.host")
class MailboxJob {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    @Bean
    RecurringJob readMailbox(Environment settings, Bureaus bureaus, IncomingMails mails, MailRows rows) {
        BureauId bureau = new BureauId(settings.getProperty("redress.mail.imap.bureau", Integer.class, 1));
        Mailbox mailbox = new Mailbox(MailboxSettings.of(settings), bureau, mails, rows);
        return new RecurringJob("mailbox", PAUSE, () -> bureaus.find(bureau).ifPresent(there -> mailbox.read()));
    }
}
