package org.redress.desk.contact;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A contact was recorded, or decided: the payload of the outbox topic {@link #TOPIC}. Listeners keep the newest {@code
 * version} of each.
 *
 * @param channel by name of {@link org.redress.desk.ticket.Channel}
 * @param mood by name of {@link Mood}
 * @param outcome by name of {@link Outcome}
 * @param tookSeconds from opening the form to saving; null where nobody knows
 */
public record ContactRecorded(
        UUID contact,
        int version,
        String channel,
        String mood,
        String outcome,
        @Nullable UUID customer,
        @Nullable UUID ticket,
        UUID takenBy,
        UUID unit,
        Instant recordedAt,
        @Nullable Long tookSeconds) {

    public static final String TOPIC = "contact.recorded";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static ContactRecorded of(Contact contact) {
        return new ContactRecorded(
                contact.id().value(),
                contact.version(),
                contact.channel().name(),
                contact.mood().name(),
                contact.outcome().name(),
                contact.customer() == null ? null : contact.customer().value(),
                contact.matter().ticket() == null
                        ? null
                        : contact.matter().ticket().value(),
                contact.takenBy().value(),
                contact.unit().value(),
                contact.recordedAt(),
                contact.took() == null ? null : contact.took().toSeconds());
    }

    public static ContactRecorded read(String payload) {
        return JSON.readValue(payload, ContactRecorded.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
