package org.redress.desk.recovery.ledger;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sums were moved: the payload of the outbox topic {@link #TOPIC}; at most {@link #MOST} in one message.
 *
 * @param account where they stand now
 * @param basis of all of them
 * @param run of which they are part, or null
 * @param compensations their ids
 */
public record CompensationChanged(
        Account account, Basis basis, @Nullable UUID run, List<UUID> compensations) {

    public static final String TOPIC = "recovery.compensation-changed";

    static final int MOST = 500;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static CompensationChanged read(String payload) {
        return JSON.readValue(payload, CompensationChanged.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
