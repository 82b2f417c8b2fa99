package org.redress.ground.notification.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.ground.notification.DeliveryFailure;
import org.redress.ground.notification.DeliveryFault;
import org.redress.ground.notification.MailMark;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.Outgoing;

class MailGatewayTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2031-03-05T02:00:00Z"), ZoneOffset.UTC);

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private static MailGateway gateway(int port) {
        return new MailGateway(
                new MailSettings("127.0.0.1", port, "", "", "Yunze <service@yunze.example>", "none"), CLOCK);
    }

    @Test
    void a_mail_says_that_a_machine_wrote_it_and_carries_its_subject() throws Exception {
        Outgoing message = Sample.of(MessageChannel.EMAIL, "zhang@example.org", "已更换分光器。\n谢谢。");
        String receipt = gateway(server.getSmtp().getPort()).carry(message);

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
        assertThat(mail.getHeader(MailMark.OURS))
                .containsExactly(message.id().value().toString());
        assertThat(mail.getMessageID())
                .isEqualTo(receipt)
                .isEqualTo("<" + message.id().value() + ".T-1184273@yunze.example>");
        assertThat(MailMark.message(receipt)).contains(message.id());
        assertThat(mail.getSubject()).isEqualTo("对您所反映问题的答复 [T-1184273]");
        assertThat(mail.getContent().toString().replace("\r\n", "\n").strip()).isEqualTo("已更换分光器。\n谢谢。");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("zhang@example.org");
    }

    @Test
    void a_title_of_several_lines_makes_no_headers() {
        assertThat(MailMark.subject("One\r\nBcc: all@example.org", "")).isEqualTo("One Bcc: all@example.org");
    }

    @Test
    void an_address_that_is_none_is_not_tried() {
        Outgoing message = Sample.of(MessageChannel.EMAIL, "zhang at example", "x");
        assertThatThrownBy(() -> gateway(server.getSmtp().getPort()).carry(message))
                .isInstanceOfSatisfying(
                        DeliveryFailure.class, f -> assertThat(f.fault()).isEqualTo(DeliveryFault.ADDRESS));
    }

    @Test
    void a_server_that_is_away_is_worth_another_try() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        Outgoing message = Sample.of(MessageChannel.EMAIL, "zhang@example.org", "x");
        assertThatThrownBy(() -> gateway(free).carry(message))
                .isInstanceOfSatisfying(
                        DeliveryFailure.class, f -> assertThat(f.fault()).isEqualTo(DeliveryFault.UNREACHABLE));
    }
}
