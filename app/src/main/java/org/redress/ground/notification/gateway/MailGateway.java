package org.redress.ground.notification.gateway;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.redress.ground.notification.DeliveryFailure;
import org.redress.ground.notification.DeliveryFault;
import org.redress.ground.notification.Gateway;
import org.redress.ground.notification.MailMark;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.Outgoing;

/**
 * E-mail by SMTP. Every mail says that a machine wrote it (RFC 3834), so that no machine answers it, and carries the
 * message's id and the subject's number in its own Message-ID, by which answers and bounces find back.
 */
final class MailGateway implements Gateway {

    private static final int PERMANENT = 500;

    private final MailSettings settings;
    private final Session session;
    private final Clock clock;

    MailGateway(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
        this.clock = clock;
    }

    private static Properties properties(MailSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", "10000");
        properties.setProperty("mail.smtp.timeout", "20000");
        properties.setProperty("mail.smtp.writetimeout", "20000");
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(settings.tls()));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(settings.startTls()));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.startTls()));
        return properties;
    }

    @Override
    public MessageChannel channel() {
        return MessageChannel.EMAIL;
    }

    @Override
    public String name() {
        return "smtp";
    }

    @Override
    public String carry(Outgoing message) {
        InternetAddress to = address(message.address());
        try (Transport transport = session.getTransport("smtp")) {
            MimeMessage mail = mail(message, to);
            transport.connect(
                    settings.host(),
                    settings.port(),
                    settings.user().isEmpty() ? null : settings.user(),
                    settings.user().isEmpty() ? null : settings.password());
            transport.sendMessage(mail, new InternetAddress[] {to});
            return mail.getMessageID();
        } catch (SendFailedException refused) {
            throw failure(refused);
        } catch (MessagingException away) {
            throw new DeliveryFailure(DeliveryFault.UNREACHABLE, away.getMessage(), away);
        }
    }

    private MimeMessage mail(Outgoing message, InternetAddress to) throws MessagingException {
        String id = MailMark.messageId(message.id(), message.mark(), settings.domain());
        MimeMessage mail = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        mail.setFrom(new InternetAddress(settings.from()));
        mail.setRecipient(RecipientType.TO, to);
        mail.setSubject(MailMark.subject(message.wording().title(), message.mark()), StandardCharsets.UTF_8.name());
        mail.setText(message.wording().body(), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Auto-Response-Suppress", "All");
        mail.setHeader(MailMark.OURS, message.id().value().toString());
        mail.setHeader("Content-Language", message.language().toLanguageTag());
        mail.saveChanges();
        return mail;
    }

    private static InternetAddress address(String given) {
        try {
            InternetAddress address = new InternetAddress(given.strip(), true);
            address.validate();
            return address;
        } catch (AddressException e) {
            throw new DeliveryFailure(DeliveryFault.ADDRESS, e.getMessage(), e);
        }
    }

    /** What the server said of the addressee is in the chain behind the failure. */
    private static DeliveryFailure failure(SendFailedException failed) {
        int code = code(failed);
        for (Exception next = failed.getNextException();
                next instanceof MessagingException one;
                next = one.getNextException()) {
            code = Math.max(code, code(one));
            if (one instanceof SMTPAddressFailedException refused) {
                return answer(refused.getReturnCode(), refused);
            }
        }
        return answer(code, failed);
    }

    private static int code(MessagingException failed) {
        return failed instanceof SMTPSendFailedException answered ? answered.getReturnCode() : 0;
    }

    private static DeliveryFailure answer(int code, MessagingException said) {
        return new DeliveryFailure(
                code >= PERMANENT ? DeliveryFault.REFUSED : DeliveryFault.UNREACHABLE, said.getMessage(), said);
    }
}
