package org.redress.ground.notification.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.ground.notification.DeliveryFailure;
import org.redress.ground.notification.DeliveryFault;
import org.redress.ground.notification.MessageChannel;

class SmppGatewayTest {

    private static SmppGateway gateway(int port) {
        return new SmppGateway(
                new SmppSettings("127.0.0.1", port, "redress", "secret", "10000"), Duration.ofSeconds(2));
    }

    private static DeliveryFault fault(SmppGateway gateway) {
        try {
            gateway.carry(Sample.of(MessageChannel.SMS, "+8613800000001", "x"));
            throw new AssertionError("taken");
        } catch (DeliveryFailure failure) {
            return failure.fault();
        }
    }

    @Test
    void a_long_chinese_text_arrives_in_parts_on_one_line_bound_when_it_was_needed() throws Exception {
        try (MessageCentre centre = new MessageCentre();
                SmppGateway gateway = gateway(centre.port())) {
            assertThat(centre.binds()).isZero();
            String text = "您反映的“宽带晚上掉线”已受理，工单号T-1184273。".repeat(6);
            String receipt = gateway.carry(Sample.of(MessageChannel.SMS, "+8613800000001", text));
            gateway.carry(Sample.of(MessageChannel.SMS, "13800000002", "Ticket closed"));

            List<MessageCentre.Taken> taken = centre.taken();
            assertThat(receipt).isEqualTo("m1");
            assertThat(centre.binds()).isEqualTo(1);
            assertThat(taken).hasSize(4);
            assertThat(taken.get(0).address()).isEqualTo("8613800000001");
            assertThat(taken.get(0).coding()).isEqualTo((byte) 8);
            assertThat(taken.get(0).esm() & 0x40).isEqualTo(0x40);
            assertThat(taken.get(0).words(6)
                            + taken.get(1).words(6)
                            + taken.get(2).words(6))
                    .isEqualTo(text);
            assertThat(taken.get(3).coding()).isZero();
            assertThat(new String(taken.get(3).bytes(), java.nio.charset.StandardCharsets.US_ASCII))
                    .isEqualTo("Ticket closed");
        }
    }

    @Test
    void what_the_centre_refuses_is_told_from_what_it_wants_later() throws Exception {
        try (MessageCentre centre = new MessageCentre();
                SmppGateway gateway = gateway(centre.port())) {
            centre.answer(org.jsmpp.SMPPConstant.STAT_ESME_RTHROTTLED);
            assertThat(fault(gateway)).isEqualTo(DeliveryFault.UNREACHABLE);
            centre.answer(org.jsmpp.SMPPConstant.STAT_ESME_RINVDSTADR);
            assertThat(fault(gateway)).isEqualTo(DeliveryFault.REFUSED);
        }
    }

    @Test
    void a_line_that_broke_is_bound_again() throws Exception {
        int port = MessageCentre.free();
        try (SmppGateway gateway = gateway(port)) {
            assertThat(fault(gateway)).isEqualTo(DeliveryFault.UNREACHABLE);
            try (MessageCentre back = new MessageCentre(port)) {
                assertThat(gateway.carry(Sample.of(MessageChannel.SMS, "13800000002", "back")))
                        .isEqualTo("m1");
                back.hangUp();
                for (int n = 0; n < 500 && back.binds() < 2; n++) {
                    try {
                        gateway.carry(Sample.of(MessageChannel.SMS, "13800000002", "again"));
                    } catch (DeliveryFailure broken) {
                        assertThat(broken.fault()).isEqualTo(DeliveryFault.UNREACHABLE);
                    }
                }
                assertThat(back.binds()).isEqualTo(2);
                assertThat(back.taken()).hasSizeGreaterThan(1);
            }
        }
    }
}
