package org.redress.ground.notification;

import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message that had not reached its customer is sent to them once more: the payload of the outbox topic {@link #TOPIC}, the
 * counterpart of {@link Undelivered}, which comes again where this try is lost too.
 *
 * @param kind of its subject
 * @param code which occasion, e.g. {@code ticket.answered}
 */
public record Resent(UUID message, String kind, UUID subject, String code) {

    public static final String TOPIC = "message.resent";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Resent of(MessageLine line) {
        return new Resent(line.id().value(), line.about().kind(), line.about().id(), line.code());
    }

    public static Resent read(String payload) {
        return JSON.readValue(payload, Resent.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
