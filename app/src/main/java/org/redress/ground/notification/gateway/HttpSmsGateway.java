package org.redress.ground.notification.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.redress.ground.notification.DeliveryFailure;
import org.redress.ground.notification.DeliveryFault;
import org.redress.ground.notification.Gateway;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.Outgoing;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * SMS by a gateway that takes JSON over HTTP: {@code {"id","to","text"}}, with a bearer token and the message's id as
 * {@code Idempotency-Key}. A field {@code id} or {@code messageId} of the answer is its receipt.
 */
final class HttpSmsGateway implements Gateway {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final int OK = 200;
    private static final int NOT_OK = 300;
    private static final int CLIENT = 400;
    private static final int SERVER = 500;
    private static final int LONGEST_RECEIPT = 100;

    /** Answers of the 400s that say: later. Those of the credentials are the operator's to mend, not the message's. */
    private static final Set<Integer> LATER = Set.of(401, 403, 407, 408, 425, 429);

    private final URI url;
    private final String token;
    private final HttpClient client;

    HttpSmsGateway(URI url, String token) {
        this.url = url;
        this.token = token;
        this.client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    }

    @Override
    public MessageChannel channel() {
        return MessageChannel.SMS;
    }

    @Override
    public String name() {
        return "sms-http";
    }

    @Override
    public String carry(Outgoing message) {
        if (message.address().isBlank()) {
            throw new DeliveryFailure(DeliveryFault.ADDRESS, "");
        }
        HttpResponse<String> answer = send(request(message));
        int status = answer.statusCode();
        if (status >= OK && status < NOT_OK) {
            return receipt(answer.body());
        }
        boolean refused = status >= CLIENT && status < SERVER && !LATER.contains(status);
        throw new DeliveryFailure(
                refused ? DeliveryFault.REFUSED : DeliveryFault.UNREACHABLE, "HTTP " + status + " " + answer.body());
    }

    private HttpRequest request(Outgoing message) {
        String id = message.id().value().toString();
        String body = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "id",
                        id,
                        "to",
                        message.address(),
                        "text",
                        message.wording().body()));
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("Idempotency-Key", id)
                .POST(BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new DeliveryFailure(DeliveryFault.UNREACHABLE, e.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryFailure(DeliveryFault.UNREACHABLE, "interrupted", e);
        }
    }

    /** An answer that is no JSON took the message all the same. */
    private static String receipt(String body) {
        try {
            JsonNode answer = JsonMapper.shared().readTree(body);
            String receipt = answer.path("messageId").asString(answer.path("id").asString(""));
            return receipt.substring(0, Math.min(LONGEST_RECEIPT, receipt.length()));
        } catch (JacksonException noJson) {
            return "";
        }
    }
}
