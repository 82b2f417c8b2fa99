package org.redress.desk.recovery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service problem hit these customers, whether they said so or not: the payload of the outbox topic {@link #TOPIC}; at most
 * 500 in one message. It is told when what they get for it is posted, and holds though that is taken back.
 *
 * @param from when the problem began
 */
public record CustomersHit(UUID problem, Instant from, List<UUID> customers) {

    public static final String TOPIC = "recovery.customers-hit";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public CustomersHit {
        customers = List.copyOf(customers);
    }

    public static CustomersHit read(String payload) {
        return JSON.readValue(payload, CustomersHit.class);
    }

    public String json() {
        return JSON.writeValueAsString(this);
    }
}
