package org.redress.ground.notification;

import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message has not reached its customer: the payload of the outbox topic {@link #TOPIC}, written in the transaction in which
 * it was given up, came back or was withheld. Whoever answers for the subject tells the customer some other way.
 *
 * @param kind of its subject
 * @param code which occasion, e.g. {@code ticket.answered}
 * @param withheld whether it was not sent at all, because the customer has declined this way
 */
public record Undelivered(
        UUID message, String kind, UUID subject, String code, MessageChannel channel, boolean withheld) {

    public static final String TOPIC = "message.undelivered";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Undelivered withheld(MessageId id, Message message) {
        return new Undelivered(
                id.value(), message.about().kind(), message.about().id(), message.code(), message.channel(), true);
    }

    public static Undelivered read(String payload) {
        return JSON.readValue(payload, Undelivered.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
