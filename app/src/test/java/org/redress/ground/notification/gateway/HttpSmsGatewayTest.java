package org.redress.ground.notification.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.ground.notification.DeliveryFailure;
import org.redress.ground.notification.DeliveryFault;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.Outgoing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HttpSmsGatewayTest {

    private final AtomicReference<String> body = new AtomicReference<>("");
    private final AtomicReference<String> key = new AtomicReference<>("");
    private final AtomicReference<String> token = new AtomicReference<>("");
    private volatile int status = 200;
    private HttpServer server;
    private HttpSmsGateway gateway;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/send", exchange -> {
            body.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            key.set(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            token.set(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] answer = "{\"messageId\":\"gw-17\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        gateway = new HttpSmsGateway(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/send"), "secret");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private DeliveryFault fault(int answered) {
        status = answered;
        try {
            gateway.carry(Sample.of(MessageChannel.SMS, "+8613800000001", "x"));
            throw new AssertionError("taken");
        } catch (DeliveryFailure failure) {
            assertThat(failure.detail()).startsWith("HTTP " + answered);
            return failure.fault();
        }
    }

    @Test
    void a_message_goes_as_json_with_its_id_as_the_key() {
        Outgoing message = Sample.of(MessageChannel.SMS, "+8613800000001", "工单“T-1”已受理");
        assertThat(gateway.carry(message)).isEqualTo("gw-17");

        JsonNode sent = JsonMapper.shared().readTree(body.get());
        assertThat(sent.path("to").asString()).isEqualTo("+8613800000001");
        assertThat(sent.path("text").asString()).isEqualTo("工单“T-1”已受理");
        assertThat(sent.path("id").asString()).isEqualTo(message.id().value().toString());
        assertThat(key.get()).isEqualTo(message.id().value().toString());
        assertThat(token.get()).isEqualTo("Bearer secret");
    }

    @Test
    void what_the_gateway_will_never_take_is_told_from_what_it_may_take_later() {
        assertThat(fault(400)).isEqualTo(DeliveryFault.REFUSED);
        assertThat(fault(422)).isEqualTo(DeliveryFault.REFUSED);
        assertThat(fault(401)).isEqualTo(DeliveryFault.UNREACHABLE);
        assertThat(fault(429)).isEqualTo(DeliveryFault.UNREACHABLE);
        assertThat(fault(503)).isEqualTo(DeliveryFault.UNREACHABLE);
    }

    @Test
    void a_gateway_that_is_away_is_worth_another_try() {
        server.stop(0);
        assertThatThrownBy(() -> gateway.carry(Sample.of(MessageChannel.SMS, "+8613800000001", "x")))
                .isInstanceOfSatisfying(
                        DeliveryFailure.class, f -> assertThat(f.fault()).isEqualTo(DeliveryFault.UNREACHABLE));
    }
}
